/** A quiet button of an icon and words, one of several in a row. */
import type { ReactNode } from 'react';

interface IconButtonProps {
  icon: ReactNode;
  onClick: () => void;
  children: ReactNode;
}

export function IconButton({ icon, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-11 items-center gap-2 rounded-xl border-2 border-line bg-surface px-4 py-1 font-semibold hover:border-accent [&_svg]:size-5"
    >
      {icon}
      {children}
    </button>
  );
}
