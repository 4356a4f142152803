/** One of several, from a list. */
import { useId } from 'react';

interface SettingChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; name: string; lang?: string }[];
  isDisabled?: boolean;
  onChoose: (value: Value) => void;
}

export function SettingChoice<Value extends string>({
  label,
  value,
  options,
  isDisabled = false,
  onChoose,
}: SettingChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <label htmlFor={id} className="font-semibold sm:w-56">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChoose(chosen.value);
        }}
        className="min-h-11 max-w-full rounded-xl border-2 border-line bg-surface px-3 text-ink"
      >
        {options.map(({ value, name, lang }) => (
          <option key={value} value={value} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
