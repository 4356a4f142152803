/** The commands' manuals but that of `classify`, which has a file of its own. Data. */
import { CLASSIFY, HELP, JOBS, MODEL } from './classify-manual';
import type { Manual } from './manual';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const EVALUATE = {
  command: 'evaluate',
  summary: 'how often the network is right on labelled photos',
  synopsis: ['--labels FILE [--root DIR] [--json] [--out FILE]'],
  description: [
    "Classifies the photos that a CSV file names and compares the answers with the kinds that it states: macro-averaged recall (the mean of the nine kinds' recalls), accuracy, calibration error, recall and precision of each kind, the confusion matrix, and the verdicts, beside the figures of the model itself. With it anyone can check them on photos of their own.",
    "The file has a header. Photos labelled `other` are of no kind of waste: they are no part of recall, but of how well waste is told from other things (AUROC of the entropy). Rows with any other label are counted and named, and not classified. Of the model's answer the most probable kind counts, whatever the verdict says.",
  ],
  options: [
    {
      name: 'labels',
      value: 'FILE',
      offers: 'files',
      says: 'The CSV file: UTF-8, commas, a header.',
    },
    {
      name: 'root',
      value: 'DIR',
      offers: 'folders',
      says: "The folder that the paths in it start from (default: the file's own).",
    },
    { name: 'path-column', value: 'NAME', says: 'The column of the paths (default: file).' },
    { name: 'label-column', value: 'NAME', says: 'The column of the kinds (default: class).' },
    {
      name: 'split-column',
      value: 'NAME',
      says: 'The column that --split is about (default: split).',
    },
    {
      name: 'split',
      value: 'WORD',
      says: 'Take only rows with this word in that column, such as test.',
    },
    {
      name: 'json',
      says: 'The figures as one JSON object, with the names that the manifest has for them.',
    },
    {
      name: 'out',
      value: 'FILE',
      offers: 'files',
      says: 'Write them there; a file that is there is not overwritten.',
    },
    JOBS,
    MODEL,
    HELP,
  ],
  operands: [],
  exitStatus:
    '0 when every photo was classified; 1 when one failed, or there was none; 2 for a wrong command line or label file; 130 after Ctrl+C.',
  examples: [
    ['pilah evaluate --labels mine/index.csv', 'Paths in the file start from the folder `mine`.'],
    [
      'pilah evaluate --labels all.csv --split test --json --out test.json',
      'Only the rows whose column `split` says test.',
    ],
  ],
} as const satisfies Manual;

const INFO = {
  command: 'info',
  summary: 'what this version is, and how good',
  synopsis: ['[--json] [--model DIR]'],
  description: [
    'Tells of program and model: versions, the nine kinds, sizes, the figures measured on test photos with how many they were, the bounds of the verdicts, and licences. Reads the manifest only.',
  ],
  options: [{ name: 'json', says: 'As one JSON object.' }, MODEL, HELP],
  operands: [],
  exitStatus: '0, or 1 when there is no readable model.',
  examples: [['pilah info --json', 'For programs.']],
} as const satisfies Manual;

const DOCTOR = {
  command: 'doctor',
  summary: 'whether all of it works on this machine',
  synopsis: ['[--json] [--model DIR]'],
  description: [
    'Looks at Node, the processor, WebAssembly with vectors and threads, the photo decoder, every file of the model (size and SHA-256), then computes the golden input, a picture made by a formula whose nine logits are known, and times a photo. One line each, `ok` or `fault`. What a line says is what to send with a report of a fault.',
  ],
  options: [{ name: 'json', says: 'As one JSON object a line.' }, MODEL, HELP],
  operands: [],
  exitStatus: '0 when every line is ok, else 1.',
  examples: [['pilah doctor', 'Takes about two seconds.']],
} as const satisfies Manual;

const COMPLETION = {
  command: 'completion',
  summary: 'has a shell complete commands, options and files',
  synopsis: ['bash|zsh|fish'],
  description: [
    'Writes a script for that shell, made of the same list of options as this help. See EXAMPLES for where it goes.',
  ],
  options: [HELP],
  operands: SHELLS,
  exitStatus: '0, or 2 for another shell.',
  examples: [
    ['eval "$(pilah completion bash)"', 'For bash, in ~/.bashrc.'],
    ['eval "$(pilah completion zsh)"', 'For zsh, in ~/.zshrc, after compinit.'],
    ['pilah completion fish > ~/.config/fish/completions/pilah.fish', 'For fish, once.'],
  ],
} as const satisfies Manual;

const HELP_COMMAND = {
  command: 'help',
  summary: 'this list, or all of one command',
  synopsis: ['[COMMAND]'],
  description: ['Prints the manual of a command.'],
  options: [HELP],
  operands: ['classify', 'evaluate', 'info', 'doctor', 'completion'],
  exitStatus: '0, or 2 for a command that there is not.',
  examples: [['pilah help classify', 'The same as `pilah classify --help`.']],
} as const satisfies Manual;

export const MANUALS: readonly Manual[] = [
  CLASSIFY,
  EVALUATE,
  INFO,
  DOCTOR,
  COMPLETION,
  HELP_COMMAND,
];
