using System.Text;

namespace CampaignTracker.Domain.Tests;

public class SearchKeyTests
{
    [Theory]
    [InlineData("ĐẢNG ỦY")]
    [InlineData("đảng uỷ")]
    [InlineData("Đảng ủy")]
    [InlineData("dang uy")]
    [InlineData("  Đảng\u00A0ủy ")]
    [InlineData("Đảng \t\n ủy")]
    public void Spellings_of_one_name_have_one_key(string text)
    {
        Assert.Equal("dang uy", SearchKey.Fold(text));
        Assert.Equal("dang uy", SearchKey.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Every_marked_letter_folds_to_its_plain_one()
    {
        Assert.Equal("aaaaaaaaaaaaaaaaa eeeeeeeeeee iiiii ooooooooooooooooo uuuuuuuuuuu yyyyy d",
            SearchKey.Fold("ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ ÈÉẺẼẸÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ ÙÚỦŨỤƯỪỨỬỮỰ ỲÝỶỸỴ Đ"));
    }

    [Fact]
    public void A_key_folds_to_itself() => Assert.Equal(SearchKey.Fold("Kế hoạch số 87-KH/ĐU"), SearchKey.Fold(SearchKey.Fold("Kế hoạch số 87-KH/ĐU")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\n")]
    public void Nothing_has_an_empty_key(string? text) => Assert.Equal("", SearchKey.Fold(text));

    [Fact]
    public void Other_words_have_other_keys() => Assert.NotEqual(SearchKey.Fold("chi bộ"), SearchKey.Fold("chi ủy"));

    [Fact]
    public void Clean_composes_and_drops_outer_and_no_break_blanks()
    {
        Assert.Equal("Đảng ủy", SearchKey.Clean("\u00A0 " + "Đảng\u00A0ủy".Normalize(NormalizationForm.FormD) + "\u00A0"));
        Assert.Null(SearchKey.Clean(null));
    }

    [Fact]
    public void Clean_keeps_marks_case_and_lines() => Assert.Equal("Một\nHai  Ba", SearchKey.Clean(" Một\nHai  Ba\n"));
}
