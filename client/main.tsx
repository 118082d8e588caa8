/** Where the client begins. */

import './style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { currentRoute, keyInAddress } from './router.ts';
import { startingLocale } from './state/locale.ts';
import { showTheme, useSettings } from './state/settings.ts';
import { joinHall } from './sync/hallConnection.ts';
import { showLocale } from './text/index.ts';

const JOINED_AHEAD = new Set(['hall', 'pad', 'board', 'outline']);

const route = currentRoute();
// The hall is asked for before anything is drawn; the view shares the connection, and keeps it.
if (JOINED_AHEAD.has(route.view) && 'hall' in route && !keyInAddress())
  setTimeout(joinHall(route.hall), 5_000);

// A style that a dead line or a café's portal kept back is asked for until it is there: the views' own fetching asks
// for each but once, and all that is opened later would stand without it.
const comeAgain = ({ type, target }: Event) => {
  if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
  // A portal's page is no error to the browser, only a style without rules.
  if (type === 'error' || !target.sheet?.cssRules.length)
    setTimeout(() => target.replaceWith(target.cloneNode()), 2_000);
};
document.addEventListener('error', comeAgain, true);
document.addEventListener('load', comeAgain, true);

showTheme(useSettings.getState().theme);
// The words first, so that nobody sees one language turn into another; without network they stay bokmål.
void showLocale(startingLocale()).then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
