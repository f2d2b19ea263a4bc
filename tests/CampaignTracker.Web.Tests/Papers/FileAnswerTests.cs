using System.Net.Http.Headers;
using System.Text;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Web.Papers;
using Microsoft.AspNetCore.Http;

namespace CampaignTracker.Web.Tests.Papers;

public sealed class FileAnswerTests
{
    private static async Task<(HttpResponse Response, string Body)> SendAsync(string name, FileKind kind, string content = "content")
    {
        var http = new DefaultHttpContext();
        var body = new MemoryStream();
        http.Response.Body = body;
        var stream = new Closing(Encoding.UTF8.GetBytes(content));
        await FileAnswer.UploadedAsync(http.Response, name, kind, stream, default);
        Assert.True(stream.IsClosed);
        return (http.Response, Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public async Task Pictures_and_PDF_are_shown_and_Office_files_are_handed_over()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var (response, body) = await SendAsync("a" + kind.Endings()[0], kind);
            Assert.Equal(kind.ContentType(), response.ContentType);
            Assert.StartsWith(kind is FileKind.Pdf or FileKind.Jpeg or FileKind.Png ? "inline;" : "attachment;", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
            Assert.Equal(("content", 7L), (body, response.ContentLength));
        }
    }

    [Fact]
    public async Task The_type_is_the_contents_whatever_the_name_says()
    {
        var (response, _) = await SendAsync("trang.html", FileKind.Pdf);
        Assert.Equal("application/pdf", response.ContentType);
        (response, _) = await SendAsync("anh.svg", FileKind.Xlsx);
        Assert.StartsWith("attachment;", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_guessed_executed_framed_or_kept_in_the_browser()
    {
        var (response, _) = await SendAsync("a.pdf", FileKind.Pdf);
        Assert.Equal(("nosniff", "no-store"), (response.Headers.XContentTypeOptions.ToString(), response.Headers.CacheControl.ToString()));
        var policy = response.Headers.ContentSecurityPolicy.ToString();
        Assert.StartsWith("sandbox;", policy, StringComparison.Ordinal);
        Assert.All(new[] { "default-src 'none'", "frame-ancestors 'none'", "form-action 'none'" }, rule => Assert.Contains(rule, policy));
        Assert.DoesNotContain("allow-", policy);
        Assert.DoesNotContain("script-src", policy);
    }

    [Theory]
    [InlineData("Kế hoạch số 3.pdf", "Kế hoạch số 3.pdf")]
    [InlineData("../../x", "x.pdf")]
    [InlineData("a\0.pdf", "a.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("anh\u202Egpj.exe", "anhgpj.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1\r\n\r\n<script>.pdf", "a  Set-Cookie_ x=1    _script_.pdf")]
    [InlineData("a\"; filename=\"b.exe", "a_; filename=_b.exe.pdf")]
    public async Task A_name_goes_out_harmless_in_ASCII_and_in_full(string given, string kept)
    {
        var (response, _) = await SendAsync(FileName.Clean(given, FileKind.Pdf), FileKind.Pdf);
        var header = response.Headers.ContentDisposition.ToString();
        Assert.All(header, c => Assert.InRange(c, ' ', '~'));
        var read = ContentDispositionHeaderValue.Parse(header);
        Assert.Equal(kept, read.FileNameStar);
        Assert.Contains("filename*=UTF-8''", header);
    }

    [Fact]
    public async Task Even_a_name_that_was_never_cleaned_breaks_no_header()
    {
        foreach (var name in new[] { "a\r\nX: y", "\u202E\0\u0007", new string('x', 10_000), "\"\\;" })
        {
            var (response, _) = await SendAsync(name, FileKind.Pdf);
            Assert.All(response.Headers.ContentDisposition.ToString(), c => Assert.InRange(c, ' ', '~'));
        }
    }

    private sealed class Closing(byte[] content) : MemoryStream(content)
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
