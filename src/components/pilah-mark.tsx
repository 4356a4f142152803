/** The mark of Pilah: a bin whose lid is open. The same drawing as public/icons/pilah.svg. */
export function PilahMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className="size-10" fill="currentColor">
      <rect x="3" y="8" width="24" height="4.5" rx="2.2" transform="rotate(-14 5 11)" />
      <path d="M6 14.5h20l-1.4 11.7a4 4 0 0 1-4 3.5h-9.2a4 4 0 0 1-4-3.5z" />
    </svg>
  );
}
