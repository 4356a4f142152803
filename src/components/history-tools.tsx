/** What can be done with the whole history: save it, bring one in, delete it. */
import { FileDown, FileUp, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';

interface HistoryToolsProps {
  isEmpty: boolean;
  onExport: () => void;
  onImport: (file: File) => void;
  onClear: () => void;
}

export function HistoryTools({ isEmpty, onExport, onImport, onClear }: HistoryToolsProps) {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap gap-2">
      {!isEmpty && (
        <IconButton icon={<FileDown aria-hidden />} onClick={onExport}>
          {t('history.export')}
        </IconButton>
      )}
      <IconButton icon={<FileUp aria-hidden />} onClick={() => chooser.current?.click()}>
        {t('history.import')}
      </IconButton>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onImport(file);
          target.value = '';
        }}
      />
      {!isEmpty && (
        <IconButton icon={<Trash2 aria-hidden />} onClick={onClear}>
          {t('history.clear')}
        </IconButton>
      )}
    </div>
  );
}
