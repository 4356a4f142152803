/** What a first visitor reads where the result will be: three steps and the nine kinds. */
import { useTranslation } from 'react-i18next';
import { ClassChips, type ClassChipsProps } from './class-chips';

export function HowItWorks({ hrefOf }: ClassChipsProps) {
  const { t } = useTranslation();
  const steps = [
    { title: t('how.choose'), text: t('how.chooseText') },
    { title: t('how.press'), text: t('how.pressText') },
    { title: t('how.read'), text: t('how.readText') },
  ];
  return (
    <div className="space-y-8">
      <div className="space-y-4">
        <h2 className="text-2xl">{t('how.title')}</h2>
        <ol className="space-y-4">
          {steps.map(({ title, text }, index) => (
            <li key={title} className="flex gap-4">
              <span
                aria-hidden
                className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft font-display text-xl font-bold text-accent"
              >
                {index + 1}
              </span>
              <p>
                <strong>{title}</strong>
                <br />
                <span className="text-ink-soft">{text}</span>
              </p>
            </li>
          ))}
        </ol>
      </div>
      <div className="space-y-3">
        <h2 className="text-xl">{t('how.kinds')}</h2>
        <ClassChips hrefOf={hrefOf} />
      </div>
    </div>
  );
}
