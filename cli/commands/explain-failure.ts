/** Says on standard error what is behind an error that is not the photo's own: once, though it meets every photo. */
import type { FileOutcome } from '../file-outcome';

type Failed = Extract<FileOutcome, { kind: 'failed' }>;

export function createExplainer(): (outcome: FileOutcome) => void {
  const said = new Set<string>();
  return (outcome) => {
    if (outcome.kind !== 'failed' || isAboutThePhoto(outcome)) return;
    const line = `${outcome.failure.code}: ${outcome.failure.detail}\n`;
    if (said.has(line)) return;
    said.add(line);
    process.stderr.write(line);
  };
}

function isAboutThePhoto({ failure: { code } }: Failed): boolean {
  return (
    code === 'file-unreadable' ||
    code === 'not-jpeg-or-png' ||
    ['photo-', 'archive-', 'entry-'].some((start) => code.startsWith(start))
  );
}
