/** Whether one wants to be told what others do on a board: for this device. */

import { Switch } from '../../parts/Switch.tsx';
import { chooseBoard, useBoardChoices } from '../../state/boardChoices.ts';
import { useText } from '../../text/index.ts';

export function NewsSwitch() {
  const { news, newsHint } = useText().board;
  const on = useBoardChoices((choices) => choices.news);
  return <Switch label={news} on={on} status={newsHint} calm onSwitch={(to) => chooseBoard({ news: to })} />;
}
