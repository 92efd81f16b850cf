import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { startI18n } from './i18n/i18n.ts';
import { watchTheme } from './lib/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

watchTheme();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
