/** Catches what a screen throws while drawing, so that a person reads a sentence instead of an empty page. */
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button';
import { NoticePage } from '../components/notice-page';

interface ErrorBoundaryProps {
  children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <main className="mx-auto max-w-6xl px-4 sm:px-6">
      <NoticePage title={t('crash.title')} text={t('crash.text')}>
        <ActionButton look="strong" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </ActionButton>
      </NoticePage>
    </main>
  );
}
