interface Block {
  kind: 'heading' | 'points' | 'text';
  lines: string[];
}

/** A report's text as blocks: a line beginning with "## " is a heading, lines beginning with "- " are points, the rest paragraphs. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  for (const line of body.split('\n')) {
    const kind = line.startsWith('## ') ? 'heading' : line.startsWith('- ') ? 'points' : 'text';
    const text = kind === 'heading' ? line.slice(3) : kind === 'points' ? line.slice(2) : line;
    const last = blocks.at(-1);
    if (kind === 'heading') blocks.push({ kind, lines: [text] });
    else if (last?.kind === kind && (kind === 'points' || text.trim())) last.lines.push(text);
    else if (text.trim()) blocks.push({ kind, lines: [text] });
    // An empty line ends a paragraph or a list.
    else if (last && last.kind !== 'heading' && last.lines.length > 0) blocks.push({ kind: 'text', lines: [] });
  }
  return blocks.filter((block) => block.lines.length > 0);
}

/** A report as it is read. Text only: no markup of anybody's reaches the page. */
export function ReportText({ body }: { body: string }) {
  return (
    <div className="measure" style={{ overflowWrap: 'anywhere', marginTop: '1.5rem' }}>
      {blocksOf(body).map((block, index) =>
        block.kind === 'heading' ? (
          <h2 key={index} style={{ marginTop: '1.75rem', marginBottom: '0.5rem' }}>{block.lines[0]}</h2>
        ) : block.kind === 'points' ? (
          <ul key={index}>
            {block.lines.map((line, place) => (
              <li key={place}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={index} style={{ whiteSpace: 'pre-line', marginBottom: '0.75rem' }}>{block.lines.join('\n')}</p>
        ),
      )}
    </div>
  );
}
