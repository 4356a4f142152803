/** The page's buttons: one strong one for the job itself, quiet ones for the rest. */
import type { ReactNode } from 'react';

const LOOKS = {
  strong:
    // The border is for forced colours, which paint no background.
    'border-2 border-transparent bg-accent text-accent-ink text-lg font-bold px-5 py-4 sm:px-7 hover:brightness-110 active:translate-y-px',
  quiet: 'border-2 border-control bg-surface text-ink px-5 py-2 font-semibold hover:border-accent',
};

interface ActionButtonProps {
  look: keyof typeof LOOKS;
  isDisabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function ActionButton({ look, isDisabled = false, onClick, children }: ActionButtonProps) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      onClick={onClick}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-xl disabled:opacity-50 ${LOOKS[look]}`}
    >
      {children}
    </button>
  );
}
