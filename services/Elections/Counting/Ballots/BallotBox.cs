using System.Numerics;

namespace VpVarmland.Elections.Counting.Ballots;

/// <summary>The papers of an election, equal papers grouped: a group is a weight (number of papers) and the names in order.</summary>
public sealed class BallotBox
{
    private readonly Mark[] _marks;
    private readonly int[] _ends;
    private readonly long[] _weights;

    private BallotBox(Mark[] marks, int[] ends, long[] weights, int count, long papers) =>
        (_marks, _ends, _weights, Count, Papers) = (marks, ends, weights, count, papers);

    /// <summary>The number of groups, that is of different papers.</summary>
    public int Count { get; }

    /// <summary>The number of papers.</summary>
    public long Papers { get; }

    /// <summary>The number of papers in a group.</summary>
    public long Weight(int group) => _weights[group];

    /// <summary>The names on the papers of a group, in order of preference.</summary>
    public ReadOnlySpan<Mark> Marks(int group)
    {
        var start = group == 0 ? 0 : _ends[group - 1];
        return _marks.AsSpan(start, _ends[group] - start);
    }

    /// <summary>Collects papers and groups equal ones.</summary>
    public sealed class Builder
    {
        /// <summary>With more papers than this the exact arithmetic in 64 bits would overflow.</summary>
        public const long MaxPapers = 900_000_000;

        private Mark[] _marks;
        private int[] _ends;
        private long[] _weights;
        private uint[] _hashes;
        private int[] _slots;
        private int _count;
        private long _papers;

        /// <param name="expectedNames">About how many names will be added, so that room is made once.</param>
        public Builder(int expectedNames = 4096)
        {
            var groups = Math.Max(64, expectedNames / 10);
            _marks = new Mark[Math.Max(64, expectedNames)];
            (_ends, _weights, _hashes) = (new int[groups], new long[groups], new uint[groups]);
            _slots = new int[BitOperations.RoundUpToPowerOf2((uint)groups * 2)];
        }

        /// <summary>Adds papers with the same names in the same order. False when the box would hold more than it can.</summary>
        public bool TryAdd(long weight, ReadOnlySpan<Mark> marks)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
            if (weight > MaxPapers - _papers)
            {
                return false;
            }

            _papers += weight;
            var hash = Hash(marks);
            var slot = FindSlot(hash, marks);
            if (_slots[slot] != 0)
            {
                _weights[_slots[slot] - 1] += weight;
                return true;
            }

            Append(weight, hash, marks);
            _slots[slot] = _count;
            if (_count * 2 > _slots.Length)
            {
                Grow();
            }

            return true;
        }

        /// <summary>The box. The builder's own arrays become the box's, so nothing may be added after.</summary>
        public BallotBox Build() => new(_marks, _ends, _weights, _count, _papers);

        private void Append(long weight, uint hash, ReadOnlySpan<Mark> marks)
        {
            var start = _count == 0 ? 0 : _ends[_count - 1];
            if (start + marks.Length > _marks.Length)
            {
                Array.Resize(ref _marks, Math.Max(_marks.Length + (_marks.Length / 2), start + marks.Length));
            }

            if (_count == _weights.Length)
            {
                Array.Resize(ref _ends, _count * 2);
                Array.Resize(ref _weights, _count * 2);
                Array.Resize(ref _hashes, _count * 2);
            }

            marks.CopyTo(_marks.AsSpan(start));
            _ends[_count] = start + marks.Length;
            _weights[_count] = weight;
            _hashes[_count] = hash;
            _count++;
        }

        private int FindSlot(uint hash, ReadOnlySpan<Mark> marks)
        {
            var slot = (int)(hash & (uint)(_slots.Length - 1));
            while (_slots[slot] != 0 && !(_hashes[_slots[slot] - 1] == hash && Group(_slots[slot] - 1).SequenceEqual(marks)))
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            return slot;
        }

        private ReadOnlySpan<Mark> Group(int group)
        {
            var start = group == 0 ? 0 : _ends[group - 1];
            return _marks.AsSpan(start, _ends[group] - start);
        }

        private void Grow()
        {
            _slots = new int[_slots.Length * 2];
            for (var group = 0; group < _count; group++)
            {
                var slot = (int)(_hashes[group] & (uint)(_slots.Length - 1));
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & (_slots.Length - 1);
                }

                _slots[slot] = group + 1;
            }
        }

        // FNV-1a over the names, then mixed, since only the low bits choose the slot. It steers speed only, never the result.
        private static uint Hash(ReadOnlySpan<Mark> marks)
        {
            unchecked
            {
                var hash = 14695981039346656037UL;
                foreach (var mark in marks)
                {
                    hash = (hash ^ mark.Raw) * 1099511628211UL;
                }

                return (uint)(hash ^ (hash >> 29) ^ (hash >> 47));
            }
        }
    }
}
