import { useEffect, useRef, useState } from 'react';

/** What is known of long work: the latest event, and whether we are listening, waiting to reconnect, or done. */
export interface ProgressEvents<T> {
  latest: T | null;
  listening: 'connecting' | 'open' | 'waiting' | 'done';
}

/**
 * Listens to server-sent events of one address while it is not null. It reconnects by itself, and stops when `isDone` says
 * that an event was the last one or the server sends an event named `done`.
 */
export function useProgressEvents<T>(url: `/api/${string}` | null, isDone: (event: T) => boolean = () => false): ProgressEvents<T> {
  const [events, setEvents] = useState<ProgressEvents<T>>({ latest: null, listening: 'connecting' });
  const lastOne = useRef(isDone);
  lastOne.current = isDone;

  useEffect(() => {
    if (url === null) return undefined;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    setEvents({ latest: null, listening: 'connecting' });

    const finish = () => {
      source?.close();
      setEvents((before) => ({ ...before, listening: 'done' }));
    };
    const take = (message: MessageEvent<string>) => {
      const latest = parse<T>(message.data);
      if (latest === null) return;
      setEvents({ latest, listening: 'open' });
      if (message.type === 'done' || lastOne.current(latest)) finish();
    };
    const connect = () => {
      source = new EventSource(url);
      source.onopen = () => setEvents((before) => ({ ...before, listening: 'open' }));
      for (const name of ['message', 'progress', 'done']) source.addEventListener(name, take);
      source.onerror = () => {
        setEvents((before) => ({ ...before, listening: 'waiting' }));
        // The browser reconnects a broken stream itself; a refused one (503, signed out) stays closed and is tried again here.
        if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, 4000);
      };
    };
    connect();
    return () => {
      clearTimeout(retry);
      source?.close();
    };
  }, [url]);

  return events;
}

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
