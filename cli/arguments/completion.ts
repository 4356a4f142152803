/** Scripts that have a shell complete the command line, made of the manuals. Pure. */
import type { Manual, Option } from './manual';
import type { Shell } from './manuals';

export function completionScript(shell: Shell, manuals: readonly Manual[]): string {
  switch (shell) {
    case 'bash':
      return bash(manuals);
    case 'zsh':
      return zsh(manuals);
    case 'fish':
      return fish(manuals);
    default:
      return shell satisfies never;
  }
}

function bash(manuals: readonly Manual[]): string {
  const cases = manuals.map(({ command, options, operands }) => {
    const files = flagsOf(options, 'files');
    const folders = flagsOf(options, 'folders');
    const others = options.filter(({ value, offers }) => value && !offers).flatMap(flags);
    return [
      `    ${command})`,
      '      case $before in',
      ...(files.length > 0
        ? [`        ${files.join('|')}) COMPREPLY=($(compgen -f -- "$word")); return ;;`]
        : []),
      ...(folders.length > 0
        ? [`        ${folders.join('|')}) COMPREPLY=($(compgen -d -- "$word")); return ;;`]
        : []),
      ...(others.length > 0 ? [`        ${others.join('|')}) return ;;`] : []),
      '      esac',
      '      if [[ $word == -* ]]; then',
      `        COMPREPLY=($(compgen -W "${options.flatMap(flags).join(' ')}" -- "$word"))`,
      operands === 'files'
        ? '      else COMPREPLY=($(compgen -f -- "$word"))'
        : `      else COMPREPLY=($(compgen -W "${operands.join(' ')}" -- "$word"))`,
      '      fi ;;',
    ].join('\n');
  });
  return `# Completes pilah in bash: eval "$(pilah completion bash)"
_pilah() {
  local IFS=$'\\n' word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  compopt -o filenames 2>/dev/null
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    IFS=' '
    COMPREPLY=($(compgen -W "${manuals.map(({ command }) => command).join(' ')} --help --version" -- "$word"))
    return
  fi
  [[ $word == -* || \${COMP_WORDS[1]} == completion || \${COMP_WORDS[1]} == help ]] && IFS=$' \\n'
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
}
complete -F _pilah pilah
`;
}

function zsh(manuals: readonly Manual[]): string {
  const cases = manuals.map(({ command, options, operands }) => {
    const specs = options.flatMap((option) => {
      const { value, offers, says } = option;
      const action = offers === 'files' ? '_files' : offers === 'folders' ? '_files -/' : ' ';
      const taken = value ? `:${value}:${action}` : '';
      return flags(option).map((flag) =>
        zshQuoted(`${flag}[${zshText(firstSentence(says))}]${taken}`),
      );
    });
    const rest =
      operands === 'files' ? "'*:path:_files'" : zshQuoted(`*:word:(${operands.join(' ')})`);
    return `    ${command}) _arguments -s ${[...specs, rest].join(' \\\n      ')} ;;`;
  });
  const commands = manuals.map(({ command, summary }) =>
    zshQuoted(`${command}:${zshText(summary)}`),
  );
  return `#compdef pilah
# Completes pilah in zsh: eval "$(pilah completion zsh)"
_pilah() {
  local -a commands=(${commands.join(' ')})
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments '--help[this list]' '--version[which version this is]'
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT -= 1))
  case $command in
${cases.join('\n')}
  esac
}
compdef _pilah pilah
`;
}

function fish(manuals: readonly Manual[]): string {
  const lines = manuals.flatMap(({ command, summary, options, operands }) => [
    `complete -c pilah -n __fish_use_subcommand -f -a ${command} -d ${fishQuoted(summary)}`,
    ...options.map(({ name, short, value, offers, says }) =>
      [
        `complete -c pilah -n ${fishQuoted(`__fish_seen_subcommand_from ${command}`)}`,
        `-l ${name}`,
        ...(short ? [`-s ${short}`] : []),
        ...(value ? [offers ? '-r -F' : '-x'] : []),
        `-d ${fishQuoted(firstSentence(says))}`,
      ].join(' '),
    ),
    ...(operands === 'files'
      ? []
      : [
          `complete -c pilah -n ${fishQuoted(`__fish_seen_subcommand_from ${command}`)} -f -a ${fishQuoted(operands.join(' '))}`,
        ]),
  ]);
  return [
    '# Completes pilah in fish: pilah completion fish > ~/.config/fish/completions/pilah.fish',
    'complete -c pilah -n __fish_use_subcommand -l help -d "This list"',
    'complete -c pilah -n __fish_use_subcommand -l version -d "Which version this is"',
    ...lines,
    '',
  ].join('\n');
}

function flags({ name, short }: Option): string[] {
  return [`--${name}`, ...(short ? [`-${short}`] : [])];
}

function flagsOf(options: readonly Option[], offered: Option['offers']): string[] {
  return options.filter(({ offers }) => offers === offered).flatMap(flags);
}

function firstSentence(text: string): string {
  return text.split(/[.:;] |\.$/)[0] ?? text;
}

function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function zshQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
