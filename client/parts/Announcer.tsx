/** The one place of the page that screen readers listen to for one's own actions. */

interface Props {
  text: string;
  /** Changes with each announcement: the same words are then said again. */
  turn: number;
}

export function Announcer({ text, turn }: Props) {
  return (
    <div className="sr-only" role="status">
      <span key={turn}>{text}</span>
    </div>
  );
}
