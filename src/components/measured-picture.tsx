/** A picture that the evaluation drew; left out where its file is missing. */
import { useState } from 'react';

interface MeasuredPictureProps {
  src: string;
  alt: string;
}

export function MeasuredPicture({ src, alt }: MeasuredPictureProps) {
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return null;
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      width={640}
      height={480}
      onError={() => setIsMissing(true)}
      // The evaluation draws on white.
      className="h-auto max-w-full rounded-xl border border-line bg-white p-2"
    />
  );
}
