/** Catches what a view throws, and says it in people's words: what happened, what is kept, what to do. */

import { Component } from 'react';
import { paths } from '../../shared/domain/links.ts';
import { getText } from '../text/index.ts';

/** Long enough not to hammer a server that is ill, short enough for a room that waits. */
const RELOAD_MS = 20_000;

interface Props {
  /** Another place is another try. */
  place: string;
  /** Nobody tends it (a wall): it tries again by itself. */
  unattended?: boolean;
  children: React.ReactNode;
}

interface State {
  fault: unknown;
  place: string;
}

export class Broken extends Component<Props, State> {
  override state: State = { fault: null, place: this.props.place };

  static getDerivedStateFromError(fault: unknown): Partial<State> {
    return { fault: fault ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { fault: null, place: props.place };
  }

  override componentDidCatch(): void {
    if (this.props.unattended) setTimeout(() => location.reload(), RELOAD_MS);
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    const { broken, act } = getText();
    // A lazily fetched view that does not come rejects with a TypeError in all browsers.
    const notFetched = /import|fetch|module/i.test(String(this.state.fault));
    return (
      <main className="sorry stack" role="alert">
        <h1>{broken.title}</h1>
        <p>{notFetched ? broken.notFetched : broken.lead}</p>
        <div className="row">
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {act.reload}
          </button>
          <a className="button" href={paths.start()}>
            {act.toStart}
          </a>
        </div>
      </main>
    );
  }
}
