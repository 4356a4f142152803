/** A screen that has only a sentence and one way on: nothing here, or something broke. */
import type { ReactNode } from 'react';

interface NoticePageProps {
  title: string;
  text: string;
  children: ReactNode;
}

export function NoticePage({ title, text, children }: NoticePageProps) {
  return (
    <div className="max-w-xl space-y-5 py-10">
      <h1 className="text-4xl">{title}</h1>
      <p className="text-lg">{text}</p>
      {children}
    </div>
  );
}
