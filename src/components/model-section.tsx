/** A titled part of the model page. */
import type { ReactNode } from 'react';

interface ModelSectionProps {
  title: string;
  children: ReactNode;
}

export function ModelSection({ title, children }: ModelSectionProps) {
  return (
    <section className="space-y-4">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </section>
  );
}
