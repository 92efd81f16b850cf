import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LabSocketClose } from '@ennead/contracts';
import { LabConnection } from './lab-connection.ts';

interface FakeSocket {
  onopen: () => void;
  onmessage: (event: { data: string }) => void;
  onclose: (event: { code: number }) => void;
}

function aConnection() {
  const sockets: FakeSocket[] = [];
  const sent: string[] = [];
  const connection = new LabConnection('ws://lab', () => {
    const socket = { send: (text: string) => void sent.push(text), close: () => undefined };
    sockets.push(socket as unknown as FakeSocket);
    return socket as unknown as WebSocket;
  });
  connection.connect();
  return { connection, sent, sockets, last: () => sockets.at(-1)! };
}

describe('LabConnection', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('reconnects by itself when the connection is lost', () => {
    const { connection, sockets, last } = aConnection();
    last().onopen();
    expect(connection.state.get()).toBe('online');
    last().onclose({ code: 1006 });
    expect(connection.state.get()).toBe('reconnecting');
    expect(connection.send({ type: 'ping' })).toBe(false);
    jest.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
    last().onopen();
    expect(connection.state.get()).toBe('online');
  });

  it.each([
    ['taken-over', LabSocketClose.takenOver],
    ['ended', LabSocketClose.ended],
    ['refused', LabSocketClose.refused],
  ])('stays %s until somebody asks', (state, code) => {
    const { connection, sockets, last } = aConnection();
    last().onopen();
    last().onclose({ code });
    jest.advanceTimersByTime(60_000);
    expect(connection.state.get()).toBe(state);
    expect(sockets).toHaveLength(1);
    connection.connect();
    expect(sockets).toHaveLength(2);
  });

  it('gives up a connection that is silent for too long', () => {
    const { connection, last, sent } = aConnection();
    last().onopen();
    jest.advanceTimersByTime(10_000);
    expect(sent).toEqual(['{"type":"ping"}']);
    last().onmessage({ data: '{"type":"pong","serverNow":"2026-05-04T06:05:00Z"}' });
    jest.advanceTimersByTime(20_000);
    expect(connection.state.get()).toBe('online');
    jest.advanceTimersByTime(10_000);
    expect(connection.state.get()).toBe('reconnecting');
  });

  it('believes the server rather than the browser about the network', () => {
    const { connection, last } = aConnection();
    last().onopen();
    jest.advanceTimersByTime(100);
    connection.doubtLink();
    jest.advanceTimersByTime(100);
    last().onmessage({ data: '{"type":"pong","serverNow":"2026-05-04T06:05:00Z"}' });
    jest.advanceTimersByTime(5_000);
    expect(connection.state.get()).toBe('online');
    connection.doubtLink();
    jest.advanceTimersByTime(5_000);
    expect(connection.state.get()).toBe('reconnecting');
  });

  it('is quiet once stopped', () => {
    const { connection, sockets, last } = aConnection();
    last().onopen();
    connection.stop();
    jest.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(connection.state.get()).toBe('connecting');
  });
});
