import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StreamEvent } from './events.ts';
import { RECORDING_NOTICE, recordingInLog } from './recording.ts';

const consent = (given: boolean, notice = RECORDING_NOTICE) =>
  ['consent', { what: 'recording', given, notice }] as const;
const step = fc.constantFrom(
  ['recording-asked', {}] as const,
  consent(true),
  consent(false),
  consent(true, RECORDING_NOTICE - 1),
  ['recording-ended', {}] as const,
  ['recording-removed', {}] as const,
  ['call-offer', { sdp: 'x' }] as const,
  ['call-ended', { reason: 'hung-up' }] as const,
  ['closed', { reason: 'done' }] as const,
);
const logs = fc
  .array(fc.tuple(step, fc.constantFrom('c1', 'c2')), { maxLength: 12 })
  .map((steps) =>
    steps.map(
      ([[kind, body], callId], at) =>
        ({ seq: at + 1, kind, body: { ...body, callId }, at: '' }) as unknown as StreamEvent,
    ),
  );
const isYes = ({ body }: StreamEvent) => body['given'] === true;

it('A recording stands only after a yes to this call, and nothing that ends it after that', () => {
  fc.assert(
    fc.property(logs, (events) => {
      const { state, yes } = recordingInLog(events, 'c1');
      if (state !== 'on') return;
      const given = events.find(({ seq }) => seq === yes?.seq);
      expect(given && isYes(given) && given.body['callId']).toBe('c1');
      const after = events.filter(({ seq }) => seq > (yes?.seq ?? 0));
      const ends = after.filter(
        (event) =>
          event.kind === 'closed' ||
          (event.kind === 'call-offer' && event.body['callId'] !== 'c1') ||
          (event.body['callId'] === 'c1' &&
            (/ended|removed/.test(event.kind) || (event.kind === 'consent' && !isYes(event)))),
      );
      expect(ends).toEqual([]);
    }),
  );
});

it('What is ended or refused never stands again, whatever comes', () => {
  fc.assert(
    fc.property(logs, logs, (before, later) => {
      const { state } = recordingInLog(before, 'c1');
      if (state !== 'ended' && state !== 'refused') return;
      expect(recordingInLog([...before, ...later], 'c1').state).toBe(state);
    }),
  );
});
