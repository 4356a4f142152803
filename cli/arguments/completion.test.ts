/** Has real shells complete the command line; a shell that is not there is left out. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionScript } from './completion';
import { MANUALS } from './manuals';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilah-'));
  mkdirSync(join(folder, 'photo folder'));
  writeFileSync(join(folder, 'photo.jpg'), '');
  // Shells complete the words of commands that there are.
  writeFileSync(join(folder, 'pilah'), '');
  chmodSync(join(folder, 'pilah'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = MANUALS.map(({ command }) => command);

describe.skipIf(!isThere('bash'))('bash', () => {
  const offered = (...words: string[]) => {
    const script = `${completionScript('bash', MANUALS)}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _pilah; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return lines(execFileSync('bash', ['-c', script, 'bash', 'pilah', ...words], { cwd: folder }));
  };

  it('registers itself', () => {
    const script = `${completionScript('bash', MANUALS)}\ncomplete -p pilah`;
    expect(`${execFileSync('bash', ['-c', script])}`).toBe('complete -F _pilah pilah\n');
  });

  offersAll(offered);

  it('offers files, folders or nothing after an option, as it takes them', () => {
    expect(offered('classify', '--out', 'ph')).toEqual(['photo folder', 'photo.jpg']);
    expect(offered('classify', '--copy-to', 'ph')).toEqual(['photo folder']);
    expect(offered('classify', '-k', '')).toEqual(['']);
    expect(offered('classify', 'photo')).toEqual(['photo folder', 'photo.jpg']);
  });
});

describe.skipIf(!isThere('fish'))('fish', () => {
  const offered = (...words: string[]) => {
    const line = `pilah ${words.join(' ')}`;
    const script = `${completionScript('fish', MANUALS)}\ncomplete -C '${line}'`;
    const found = execFileSync('fish', ['--no-config', '-c', script], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    });
    return lines(found).map((each) => each.split('\t')[0] ?? '');
  };
  offersAll(offered);
});

describe.skipIf(!isThere('zsh'))('zsh', () => {
  const offered = (...words: string[]) => {
    // What would be added is written down in place of being shown.
    const script = `autoload -U compinit && compinit -u -D
${completionScript('zsh', MANUALS)}
compadd() { builtin compadd -O reply "$@"; print -rl -- FOUND:$^reply >&3; builtin compadd "$@" }
_pilah_all() { _pilah "$@" }
zle -C offered complete-word _offered
_offered() { _main_complete }
bindkey '^X' offered
`;
    rmSync(join(folder, 'found'), { force: true });
    const file = join(folder, '.zshrc');
    writeFileSync(file, script);
    const driver = `zmodload zsh/zpty
zpty -b shell "cd '${folder}' && ZDOTDIR='${folder}' PS1=READY zsh -i 3>'${folder}/found'"
zpty -r shell output '*READY*'
zpty -n -w shell $'pilah ${words.join(' ')}\\x18'
for attempt in {1..80}; do [[ -s '${folder}/found' ]] && break; sleep 0.1; done
sleep 0.3
zpty -d shell`;
    execFileSync('zsh', ['-f', '-c', driver], {
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    });
    const found = `${execFileSync('cat', [join(folder, 'found')])}`;
    const names = lines(found).map((line) => line.replace(/^FOUND:/, '').split(':')[0] ?? '');
    return [...new Set(names.filter(Boolean))];
  };
  offersAll(offered);
});

function offersAll(offered: (...words: string[]) => string[]): void {
  it('offers all commands', () => {
    expect(offered('')).toEqual(expect.arrayContaining(COMMANDS));
    expect(offered('ev')).toEqual(['evaluate']);
  });

  it.each(MANUALS)(
    'offers every option of $command, and none of another',
    ({ command, options }) => {
      const found = offered(command, '--');
      expect(found.sort()).toEqual(options.map(({ name }) => `--${name}`).sort());
    },
  );

  it('offers the shells and commands as words', () => {
    expect(offered('completion', 'z')).toEqual(['zsh']);
    expect(offered('help', 'doc')).toEqual(['doctor']);
  });
}

function isThere(shell: string): boolean {
  return spawnSync(shell, ['--version'], { stdio: 'ignore' }).status === 0;
}

function lines(output: Buffer | string): string[] {
  return `${output}`.replace(/\n$/, '').split('\n');
}
