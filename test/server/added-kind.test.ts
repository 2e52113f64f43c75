import { expect, test } from 'vitest';
import { flows } from '#domain/claims/flows.ts';
import { completed } from '../journeys/completed.ts';
import { rulesWithTravel, travel, travelAnswers } from '../journeys/made-up-kind.ts';
import { addPhoto, visit } from './support/customer.ts';
import { describeOnBoth, makeServer } from './support/harness.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import { cheap, PHONE, staffOf } from './support/staff.ts';

describeOnBoth('a kind of claim that is added as data', (server) => {
  test('is begun, filled in, sent and seen by staff like any other', async () => {
    const added = await makeServer(
      server().engine,
      { store: server().parts.store, flows: [...flows, travel], laneRules: rulesWithTravel },
      server().place,
    );
    const visitor = visit(added);
    await visitor.signIn(PHONE);
    const { ticketPhotos: _later, ...others } = travelAnswers;
    const draft = await visitor.draftWith('travel', others);
    const photo = await addPhoto(added, draft.id, { field: 'ticketPhotos' });
    const answers = completed(travel, { ...others, ticketPhotos: [photo] });
    await visitor.saveAnswers(draft, answers);
    const sent = await visitor.submit(draft.id, {}, { consents: [] });
    expect(sent.status).toBe(201);
    expect((await visitor.claim(sent.body.id)).body).toMatchObject({ flow: 'travel' });
    await addDemoStaff(added.parts, cheap);
    const agent = await staffOf(added, 'agent');
    const seen = await agent.get<{ flow: string }>(`/api/staff/claims/${sent.body.id}`);
    expect([seen.status, seen.body.flow]).toEqual([200, 'travel']);
  });
});
