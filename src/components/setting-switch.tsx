/** One decision of yes or no, with what it means below it. */
import { useId } from 'react';

interface SettingSwitchProps {
  label: string;
  text: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function SettingSwitch({ label, text, isOn, onChange }: SettingSwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-4">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={`${id}-text`}
        onChange={({ target }) => onChange(target.checked)}
        className="mt-2 size-7 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="flex min-h-11 items-center font-semibold">
          {label}
        </label>
        <p id={`${id}-text`} className="max-w-prose text-base text-ink-soft">
          {text}
        </p>
      </div>
    </div>
  );
}
