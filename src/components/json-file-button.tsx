/** A button that asks for a file that Pilah has saved. */
import { FileUp } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './icon-button';

interface JsonFileButtonProps {
  onFile: (file: File) => void;
  children: ReactNode;
}

export function JsonFileButton({ onFile, children }: JsonFileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon={<FileUp aria-hidden />} onClick={() => chooser.current?.click()}>
        {children}
      </IconButton>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = ''; // the same file again is a choice, too
        }}
      />
    </>
  );
}
