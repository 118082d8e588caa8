/** A line that is dead is found out and begun anew; one that is only slow is left alone. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import { LineWatch } from '../../../../client/sync/lineWatch.ts';

/** What the watch sees of a provider. */
class Provider {
  shouldConnect = true;
  wsconnected = false;
  wsconnecting = false;
  synced = false;
  wsLastMessageReceived = 0;
  begun = 0;

  disconnect(): void {
    this.wsconnected = this.wsconnecting = this.synced = false;
  }

  connect(): void {
    this.wsconnecting = true;
    this.begun++;
    watch.begin();
  }

  isLive(): void {
    this.wsconnecting = false;
    this.wsconnected = this.synced = true;
    this.wsLastMessageReceived = Date.now();
  }
}

let provider: Provider;
let waits: boolean;
let doubts: number;
let watch: LineWatch;

beforeEach(() => {
  vi.useFakeTimers();
  provider = new Provider();
  waits = false;
  doubts = 0;
  watch = new LineWatch({
    provider: () => provider as unknown as WebsocketProvider,
    waits: () => waits,
    doubt: () => doubts++,
  });
  provider.connect();
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

describe('a line', () => {
  it('that stands and is quiet is left alone, however long', () => {
    provider.isLive();
    vi.advanceTimersByTime(600_000);
    expect([provider.begun, doubts]).toEqual([1, 0]);
  });

  it('on which something waits for an answer in vain is begun anew', () => {
    provider.isLive();
    waits = true;
    vi.advanceTimersByTime(8_000);
    expect(provider.begun).toBe(1);
    vi.advanceTimersByTime(6_000);
    expect(provider.begun).toBe(2);
  });

  it('on which something waits in vain is begun anew, also where the clock was set back meanwhile', () => {
    provider.isLive();
    waits = true;
    vi.advanceTimersByTime(4_000);
    vi.setSystemTime(Date.now() - 3_600_000);
    vi.advanceTimersByTime(14_000);
    expect(provider.begun).toBe(2);
  });

  it('on which the server speaks is alive, though the answer takes its time', () => {
    provider.isLive();
    waits = true;
    for (let second = 0; second < 60; second++) {
      vi.advanceTimersByTime(1_000);
      provider.wsLastMessageReceived = Date.now();
    }
    expect(provider.begun).toBe(1);
  });

  it('whose server can’t save just now is not begun anew again and again', () => {
    provider.isLive();
    waits = true;
    for (let second = 0; second < 180; second++) {
      vi.advanceTimersByTime(1_000);
      if (provider.wsconnecting) provider.isLive();
    }
    expect(provider.begun).toBeLessThan(7);
  });

  it('that does not come up is no contact after ten seconds, and is tried anew after a while', () => {
    vi.advanceTimersByTime(8_000);
    expect(doubts).toBe(0);
    vi.advanceTimersByTime(6_000);
    expect(doubts).toBeGreaterThan(0);
    expect(provider.begun).toBe(1);
    vi.advanceTimersByTime(40_000);
    expect(provider.begun).toBe(2);
  });

  it('that is thin may take minutes for a large board', () => {
    provider.wsconnecting = false;
    provider.wsconnected = true;
    vi.advanceTimersByTime(120_000);
    // The provider gives a line up that has been silent for 30 s.
    expect(Date.now() - provider.wsLastMessageReceived).toBeLessThan(5_000);
    vi.advanceTimersByTime(300_000);
    expect(Date.now() - provider.wsLastMessageReceived).toBeGreaterThan(30_000);
  });

  it('that slept is begun anew when the screen wakes, also if the clock was moved', () => {
    provider.isLive();
    vi.setSystemTime(Date.now() - 12 * 3_600_000);
    watch.wake();
    expect(provider.begun).toBe(2);
    provider.isLive();
    watch.wake();
    expect(provider.begun).toBe(2);
  });

  it('that the server has closed for good is left closed', () => {
    provider.disconnect();
    provider.shouldConnect = false;
    vi.advanceTimersByTime(600_000);
    expect(provider.begun).toBe(1);
  });
});
