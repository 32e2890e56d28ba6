import { describe, expect, it } from 'vitest';
import { blocksOf } from './ReportText';

describe('a report', () => {
  it('has headings, points and paragraphs by how its lines begin', () => {
    expect(blocksOf('## Året\n\n- Ett\n- Två\n\nText som\ngår vidare.\n\nNytt stycke.')).toEqual([
      { kind: 'heading', lines: ['Året'] },
      { kind: 'points', lines: ['Ett', 'Två'] },
      { kind: 'text', lines: ['Text som', 'går vidare.'] },
      { kind: 'text', lines: ['Nytt stycke.'] },
    ]);
  });

  it('is only text, whatever stands in it', () => {
    expect(blocksOf('<b>fet</b>\n\n\n')).toEqual([{ kind: 'text', lines: ['<b>fet</b>'] }]);
    expect(blocksOf('')).toEqual([]);
  });
});
