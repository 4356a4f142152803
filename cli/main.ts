/** The command line `pilah`: finds the command and its parts; all rules live in them. */
import { CodedError } from '../src/domain/coded-error';
import { MODEL_VERSION } from '../src/domain/model-version';
import { completionScript } from './arguments/completion';
import { MANUALS } from './arguments/manuals';
import { type Command, parseArguments } from './arguments/parse-arguments';
import { RefusedError, StoppedError } from './cli-error';
import { ERROR_SENTENCES } from './output-line';
import { ownPackage } from './own-files';

const EXIT_STOPPED = 1;
const EXIT_BAD_USAGE = 2;
/** Shells count signals from here. */
const EXIT_SIGNALLED = 128;

/** @returns the exit status */
async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(command.text);
      return 0;
    case 'version':
      process.stdout.write(`pilah ${ownPackage().version}, model ${MODEL_VERSION}\n`);
      return 0;
    case 'bad-usage':
      process.stderr.write(`${command.message}\n\n${command.usage}`);
      return EXIT_BAD_USAGE;
    case 'completion':
      process.stdout.write(completionScript(command.shell, MANUALS));
      return 0;
    case 'classify':
      return (await import('./commands/classify')).runClassify(command);
    case 'evaluate':
      return (await import('./commands/evaluate')).runEvaluate(command);
    case 'info':
      return (await import('./commands/info')).runInfo(command);
    case 'doctor':
      return (await import('./commands/doctor')).runDoctor(command);
    default:
      return command satisfies never;
  }
}

async function main(): Promise<void> {
  endQuietlyWithReader();
  try {
    const status = await run(parseArguments(process.argv.slice(2)));
    // A list on standard input that never ends would keep a run that was stopped alive.
    if (status >= EXIT_SIGNALLED) process.stdout.write('', () => process.exit(status));
    else process.exitCode = status;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = error instanceof RefusedError ? EXIT_BAD_USAGE : EXIT_STOPPED;
  }
}

/** Throws what is no fault of files or arguments again. */
function sentenceOf(error: unknown): string {
  if (error instanceof CodedError) return `${ERROR_SENTENCES[error.code]} (${error.detail})`;
  if (error instanceof RefusedError || error instanceof StoppedError) return error.message;
  // What the system says of a file is a sentence with its name.
  if (error instanceof Error && 'syscall' in error) return error.message;
  throw error;
}

/** `classify ... | head` closes the pipe while there is more to write; that is no error. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

await main();
