/** What can be done with the whole history: save it, bring one in, delete it. */
import { FileDown, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import { JsonFileButton } from './json-file-button';

interface HistoryToolsProps {
  isEmpty: boolean;
  onExport: () => void;
  onImport: (file: File) => void;
  onClear: () => void;
}

export function HistoryTools({ isEmpty, onExport, onImport, onClear }: HistoryToolsProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-2">
      {!isEmpty && (
        <IconButton icon={<FileDown aria-hidden />} onClick={onExport}>
          {t('history.export')}
        </IconButton>
      )}
      <JsonFileButton onFile={onImport}>{t('history.import')}</JsonFileButton>
      {!isEmpty && (
        <IconButton icon={<Trash2 aria-hidden />} onClick={onClear}>
          {t('history.clear')}
        </IconButton>
      )}
    </div>
  );
}
