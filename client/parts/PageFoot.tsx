/** The foot of every page, fetched after the page: language, look, and the way to the statement on accessibility. */

import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import { choose, useSettings } from '../state/settings.ts';
import { THEMES, type Theme } from '../style/themes.ts';
import { useLocale, useText } from '../text/index.ts';
import { Link } from './Link.tsx';
import styles from './PageFoot.module.css';

export default function PageFoot() {
  const { language, part } = useText();
  const { theme: looks, toAccessibility } = part.foot;
  const locale = useLocale();
  const theme = useSettings((settings) => settings.theme);
  return (
    <footer className={styles.foot}>
      <label className={styles.pick}>
        <span>{language.label}</span>
        <select value={locale} onChange={(event) => choose({ locale: event.target.value as Locale })}>
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {language[one]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.pick}>
        <span>{looks.label}</span>
        <select value={theme} onChange={(event) => choose({ theme: event.target.value as Theme })}>
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {looks[one]}
            </option>
          ))}
        </select>
      </label>
      <Link className={styles.link} to={paths.accessibility()}>
        {toAccessibility}
      </Link>
    </footer>
  );
}
