/** What a command is called, takes and gives: help, parser and completion are made of the same entries. */

export interface Option {
  /** Without the dashes. */
  name: string;
  short?: string;
  /** What stands after it, such as FILE; without one it is a switch. */
  value?: string;
  /** What a shell offers in that place; nothing for numbers. */
  offers?: 'files' | 'folders';
  says: string;
}

export interface Manual {
  command: string;
  summary: string;
  /** Lines after the program's name. */
  synopsis: readonly string[];
  description: readonly string[];
  options: readonly Option[];
  /** What a shell offers where no option is: paths, or these words. */
  operands: 'files' | readonly string[];
  /** Sections that only this command has, by their headings. */
  sections?: Readonly<Record<string, readonly string[]>>;
  exitStatus: string;
  examples: readonly (readonly [command: string, says: string])[];
}

const WIDTH = 80;

/** A page as `man` would print it, 80 columns wide. */
export function manualPage(manual: Manual): string {
  const { command, summary, synopsis, description, options, sections = {} } = manual;
  const lines = [
    ...heading('name', [`pilah ${command} - ${summary}`]),
    ...heading('synopsis', []),
    ...synopsis.map((line) => `${indent(1)}pilah ${command}${line === '' ? '' : ` ${line}`}`),
    '',
    ...heading('description', description),
    ...heading('options', []).concat(options.flatMap(optionLines), ''),
    ...Object.entries(sections).flatMap(([title, paragraphs]) => heading(title, paragraphs)),
    ...heading('exit status', [manual.exitStatus]),
    ...heading('examples', []),
    ...manual.examples.flatMap(([line, says]) => [`${indent(1)}${line}`, ...wrapped(says, 2)]),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Which commands there are. */
export function overview(manuals: readonly Manual[]): string {
  const width = Math.max(...manuals.map(({ command }) => command.length)) + 2;
  return [
    'Usage: pilah COMMAND [ARGUMENT...]',
    '',
    'Sorts photos of waste (JPEG, PNG) into nine kinds, on this machine: no photo leaves it.',
    '',
    ...manuals.map(({ command, summary }) => `  ${command.padEnd(width)}${summary}`),
    '',
    '`pilah COMMAND --help` or `pilah help COMMAND` tells all of a command, `pilah --version`',
    'which version this is.',
    '',
  ].join('\n');
}

export function usageLine({ command, synopsis }: Manual): string {
  return `Usage: pilah ${command} ${synopsis[0] ?? ''}`.trim();
}

/** As it stands in help: `-r, --recursive`, `--out FILE`. */
function optionLines({ name, short, value, says }: Option): string[] {
  const long = `--${name}${value ? ` ${value}` : ''}`;
  return [`${indent(1)}${short ? `-${short}, ` : ''}${long}`, ...wrapped(says, 2)];
}

function heading(title: string, paragraphs: readonly string[]): string[] {
  return [
    title.toUpperCase(),
    ...paragraphs.flatMap((paragraph) => [...wrapped(paragraph, 1), '']),
  ];
}

/** Lines that begin with a space stay as they are. */
function wrapped(text: string, depth: number): string[] {
  if (text.startsWith(' ')) return [`${indent(depth)}${text.slice(1)}`];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent(depth).length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent(depth)}${each}`);
}

function indent(depth: number): string {
  return ' '.repeat(4 * depth);
}
