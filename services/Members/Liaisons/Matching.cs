namespace VpVarmland.Members.Liaisons;

/// <summary>
/// The cheapest way to give every row a column of its own: the Hungarian method with potentials (Kuhn 1955, Munkres 1957), which takes
/// time in proportion to the cube of the rows. The same costs always give the same answer.
/// </summary>
internal static class Matching
{
    /// <param name="cost">Square. Sums of it must fit in a <see cref="long"/>.</param>
    /// <returns>The column of each row.</returns>
    internal static int[] Cheapest(long[,] cost)
    {
        var size = cost.GetLength(0);
        // Place 0 is where a path begins; rows and columns count from 1.
        var (ofRow, ofColumn, rowAt, cameFrom) = (new long[size + 1], new long[size + 1], new int[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            rowAt[0] = row;
            for (var column = FreeColumn(cost, ofRow, ofColumn, rowAt, cameFrom); column != 0; column = cameFrom[column])
                rowAt[column] = rowAt[cameFrom[column]];
        }
        var columns = new int[size];
        for (var column = 1; column <= size; column++)
            columns[rowAt[column] - 1] = column - 1;
        return columns;
    }

    /// <summary>Follows the cheapest path from the row at place 0 to a column that nobody has, and moves the potentials so that it costs nothing.</summary>
    private static int FreeColumn(long[,] cost, long[] ofRow, long[] ofColumn, int[] rowAt, int[] cameFrom)
    {
        var size = cost.GetLength(0);
        var (slack, seen, at) = (new long[size + 1], new bool[size + 1], 0);
        Array.Fill(slack, long.MaxValue);
        while (rowAt[at] != 0)
        {
            seen[at] = true;
            var next = 0;
            for (var column = 1; column <= size; column++)
            {
                if (seen[column])
                    continue;
                var more = cost[rowAt[at] - 1, column - 1] - ofRow[rowAt[at]] - ofColumn[column];
                if (more < slack[column])
                    (slack[column], cameFrom[column]) = (more, at);
                if (next == 0 || slack[column] < slack[next])
                    next = column;
            }
            var step = slack[next];
            for (var column = 0; column <= size; column++)
            {
                if (seen[column])
                    (ofRow[rowAt[column]], ofColumn[column]) = (ofRow[rowAt[column]] + step, ofColumn[column] - step);
                else
                    slack[column] -= step;
            }
            at = next;
        }
        return at;
    }
}
