/** Where the client begins. */

import './style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startingLocale } from './state/locale.ts';
import { showTheme, useSettings } from './state/settings.ts';
import { showLocale } from './text/index.ts';

showTheme(useSettings.getState().theme);
// The words first, so that nobody sees one language turn into another; without network they stay bokmål.
void showLocale(startingLocale()).then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
