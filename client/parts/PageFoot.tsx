/** The foot of every page: language, look, and the way to the statement on accessibility. */

import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import { THEMES, type Theme } from '../style/themes.ts';
import { useText } from '../text/index.ts';
import { Link } from './Link.tsx';
import styles from './PageFoot.module.css';

interface Props {
  locale: Locale;
  theme: Theme;
  onLocale: (locale: Locale) => void;
  onTheme: (theme: Theme) => void;
}

export function PageFoot({ locale, theme, onLocale, onTheme }: Props) {
  const { language, theme: looks, toAccessibility } = useText();
  return (
    <footer className={styles.foot}>
      <label className={styles.pick}>
        <span>{language.label}</span>
        <select value={locale} onChange={(event) => onLocale(event.target.value as Locale)}>
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {language[one]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.pick}>
        <span>{looks.label}</span>
        <select value={theme} onChange={(event) => onTheme(event.target.value as Theme)}>
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
