using System.Net;
using System.Text.RegularExpressions;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>A visitor with a cookie, as a browser before its circuit is there.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    private SignedIn(string address, string account)
    {
        (Address, Account) = (address, account);
        http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new Uri(address) };
    }

    public string Address { get; }
    public string Account { get; }

    /// <summary>For the socket.</summary>
    public string Cookie => cookies.GetCookieHeader(new Uri(Address));

    /// <summary>Fills in the sign-in form of a demo account.</summary>
    public static async Task<SignedIn> Async(string address, string account, string password = "Demo@2026")
    {
        var visitor = new SignedIn(address, account);
        var form = HiddenFields().Matches(await visitor.http.GetStringAsync("/sign-in")).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        (form["Form.UserName"], form["Form.Password"]) = (account, password);
        using var answer = await visitor.http.PostAsync("/sign-in", new FormUrlEncodedContent(form));
        return answer.IsSuccessStatusCode && visitor.Cookie.Contains("campaign=", StringComparison.Ordinal) ? visitor : throw new InvalidOperationException($"{account} could not sign in: {(int)answer.StatusCode}.");
    }

    /// <summary>A page as its first answer.</summary>
    public async Task<string> GetAsync(string path) => await http.GetStringAsync(path);

    /// <summary>The same as it goes over the line.</summary>
    public async Task<byte[]> BytesAsync(string path) => await http.GetByteArrayAsync(path);

    /// <summary>Lets a circuit go at once, as a closed browser does; else the server keeps it for three minutes.</summary>
    public async Task LeaveAsync(string circuit)
    {
        using var content = new MultipartFormDataContent { { new StringContent(circuit), "circuitId" } };
        using var _ = await http.PostAsync("/_blazor/disconnect", content);
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenFields();

    public void Dispose() => http.Dispose();
}
