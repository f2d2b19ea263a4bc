using CampaignTracker.UseCases.Units;
using Microsoft.AspNetCore.Components;

namespace CampaignTracker.Web.Units;

/// <summary>A unit drawn in the tree: open or folded, and what hangs below it once it was opened.</summary>
public sealed class TreeNode(ViewUnits.Node unit, TreeNode? parent)
{
    /// <summary>The unit.</summary>
    public ViewUnits.Node Unit { get; } = unit;

    /// <summary>Above it, null at the top.</summary>
    public TreeNode? Parent { get; } = parent;

    /// <summary>1 at the top.</summary>
    public int Level { get; } = (parent?.Level ?? 0) + 1;

    /// <summary>Null until the branch was asked for.</summary>
    public IReadOnlyList<TreeNode>? Children { get; set; }

    /// <summary>The branch is shown.</summary>
    public bool Open { get; set; }

    /// <summary>The branch could not be read.</summary>
    public bool Failed { get; set; }

    /// <summary>Where the focus goes.</summary>
    public ElementReference Link { get; set; }

    /// <summary>What can be walked with the arrows: the nodes, and below each open one its branch.</summary>
    public static IEnumerable<TreeNode> Visible(IEnumerable<TreeNode> nodes) =>
        nodes.SelectMany(node => Visible(node.Open ? node.Children ?? [] : []).Prepend(node));
}
