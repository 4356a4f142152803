/** The manual of `pilah classify`, and the options that others have too. Data. */
import { availableParallelism } from 'node:os';
import { MODEL_VERSION } from '../../src/domain/model-version';
import type { Manual, Option } from './manual';

/** Each job holds a network of its own, about 60 MB with a batch's photos. */
const MAX_DEFAULT_JOBS = 4;
export const MAX_JOBS = 64;
export const DEFAULT_JOBS = Math.min(availableParallelism(), MAX_DEFAULT_JOBS);

export const JOBS: Option = {
  name: 'jobs',
  short: 'j',
  value: 'N',
  says: `Photos at a time, each in a thread of its own, 1 to ${MAX_JOBS} (default: one a core, at most ${MAX_DEFAULT_JOBS}).`,
};
export const MODEL: Option = {
  name: 'model',
  value: 'DIR',
  offers: 'folders',
  says: `The model's folder (default: version ${MODEL_VERSION}, which comes with the program).`,
};
export const HELP: Option = { name: 'help', short: 'h', says: 'This text.' };

export const CLASSIFY: Manual = {
  command: 'classify',
  summary: 'which of nine kinds of waste photos show',
  synopsis: [
    '[OPTION...] [--] PATH...',
    '[OPTION...] --files-from FILE',
    '--out FILE --resume [OPTION...] PATH...',
  ],
  description: [
    'Sorts photos of waste (JPEG or PNG, whatever their names say) into battery, clothes, e-waste, glass, light-bulb, metal, organic, paper and plastic. One line for each photo, in an order that is the same every time.',
    "PATH is a photo, which is always tried; a folder, of which the files that end in .jpg, .jpeg or .png are taken, sorted by name; a zip, tar or tar.gz archive, read entry by entry without being unpacked; a pattern in quotes, such as '2026/**/*.jpg'; or -, a list of paths on standard input. A name that is there is that file, even if it could be a pattern. In folders and archives names that begin with a dot are left out; archives are opened only where they are named.",
    'An answer has a verdict: `sure` where the top probability is above a bound chosen on validation photos, else `not-waste` where no kind stands out, else `unsure`. `pilah info` tells the bounds.',
  ],
  options: [
    {
      name: 'recursive',
      short: 'r',
      says: 'Folders within folders, too. Links to folders are not followed.',
    },
    {
      name: 'files-from',
      value: 'FILE',
      offers: 'files',
      says: 'Take the paths in this file as well, one a line; - is standard input. They are no patterns.',
    },
    {
      name: 'null',
      short: '0',
      says: "The list's paths end in NUL, as `find -print0` writes them.",
    },
    { name: 'json', says: 'One JSON object a line: see OUTPUT.' },
    { name: 'csv', says: 'CSV with a header: see OUTPUT.' },
    {
      name: 'out',
      short: 'o',
      value: 'FILE',
      offers: 'files',
      says: 'Write there instead of to standard output. A file that is there is not overwritten.',
    },
    {
      name: 'resume',
      says: 'Go on with the --out FILE of a run that was stopped: see RESUME. Starts it where there is none.',
    },
    {
      name: 'top-k',
      short: 'k',
      value: 'K',
      says: 'Add the K most probable kinds, 1 to 9, with their probabilities.',
    },
    {
      name: 'min-probability',
      value: 'P',
      says: 'Call answers below this top probability, 0 to 1, `unsure` that would be `sure`. It makes the bound of `sure` stricter, never looser, and leaves `not-waste` as it is; below that bound it changes nothing.',
    },
    {
      name: 'copy-to',
      value: 'DIR',
      offers: 'folders',
      says: 'Copy each photo into one of eleven folders there: see SORTING.',
    },
    {
      name: 'move-to',
      value: 'DIR',
      offers: 'folders',
      says: 'Move them there. Not from archives.',
    },
    JOBS,
    MODEL,
    {
      name: 'taught',
      value: 'FILE',
      offers: 'files',
      says: 'Lessons exported from the page change the answers here, too.',
    },
    {
      name: 'embedding',
      says: 'Add to each JSON object logits and embedding: how the network saw the photo, before anything was taught.',
    },
    HELP,
  ],
  operands: 'files',
  sections: {
    output: [
      'Text, between tabs: path, kind, probability, verdict; or path, `error`, code, sentence. With --top-k then K fields of kind and probability, with --copy-to or --move-to at the end where the photo went. Signs in a name that could break the line are written as ?.',
      '--json: file, class, probability, verdict, probabilities, ms (from the file to the verdict, without loading the model; photos are computed up to four together, and each counts its share), top with --top-k, to when sorted; or file, error (code, message).',
      '--csv: file, class, probability, verdict, error, then class_1, probability_1 and so on with --top-k, to when sorted; RFC 4180, UTF-8, with a byte order mark in files. A cell that a spreadsheet would compute begins with an apostrophe.',
      'A terminal shows on standard error how many photos are done, how many a second and how long the others will take; nothing of that goes into files or pipes.',
    ],
    resume: [
      'With --out and --json or --csv a run can be stopped at any moment, by Ctrl+C, by kill -9 or by a crash, and the same command with --resume goes on: every photo then has exactly one line. Half a line at the end is cut off; photos with a line are left out, failed ones too. Text cannot be resumed, because it does not hold every name as it is.',
      'FILE.run.json beside the output file says what made it: the model, the lessons and the options that change lines. With others, and while another run still writes there, --resume refuses. Delete it when you are done.',
    ],
    sorting: [
      'By verdict: sure answers into the folder of their kind, the others into `unsure` and `not-waste`. Nothing is ever overwritten: a second photo of the same name becomes `a (2).jpg`. Photos that fail stay where they are.',
      'A photo is copied under a passing name and gets its own at once; then its line is written; then, with --move-to, its source is removed. So a stopped run leaves no photo without its file. A file that is there already, alike to the last byte, and that no line of this output calls its own, is taken for the copy that a stopped run had just made. DIR may lie in a folder that is searched: it is left out.',
    ],
    privacy: [
      'No photo, name or number leaves this machine: the program opens no network connection.',
    ],
  },
  exitStatus:
    '0 when all went well; 1 when a photo failed, or the output could not be written; 2 for a wrong command line; 130 after Ctrl+C.',
  examples: [
    ['pilah classify photos --csv --out photos.csv', 'A folder, into a file for spreadsheets.'],
    [
      'pilah classify intake -r --csv --out intake.csv --resume --copy-to sorted',
      'Ten thousand photos with a stop in between: the same line starts it and goes on.',
    ],
    ["find . -name '*.jpg' -print0 | pilah classify -0 --json -", 'A list from another program.'],
    [
      "pilah classify march.zip 'april/*.png' --top-k 3",
      'An archive and a pattern, with the three most probable kinds.',
    ],
  ],
};
