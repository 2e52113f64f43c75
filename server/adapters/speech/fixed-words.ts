import branchesEn from '#locales/en/branches.json' with { type: 'json' };
import callEn from '#locales/en/call.json' with { type: 'json' };
import claimsEn from '#locales/en/claims.json' with { type: 'json' };
import claimAccidentEn from '#locales/en/claims/accident.json' with { type: 'json' };
import claimIllnessEn from '#locales/en/claims/illness.json' with { type: 'json' };
import claimDeathEn from '#locales/en/claims/death.json' with { type: 'json' };
import claimCarEn from '#locales/en/claims/car.json' with { type: 'json' };
import claimHomeEn from '#locales/en/claims/home.json' with { type: 'json' };
import claimOtherEn from '#locales/en/claims/other.json' with { type: 'json' };
import hospitalEn from '#locales/en/claims/hospital.json' with { type: 'json' };
import outpatientEn from '#locales/en/claims/outpatient.json' with { type: 'json' };
import commonEn from '#locales/en/common.json' with { type: 'json' };
import conversationEn from '#locales/en/conversation.json' with { type: 'json' };
import displayEn from '#locales/en/display.json' with { type: 'json' };
import glossaryEn from '#locales/en/glossary.json' with { type: 'json' };
import helpFillEn from '#locales/en/help-fill.json' with { type: 'json' };
import homeEn from '#locales/en/home.json' with { type: 'json' };
import humanEn from '#locales/en/human.json' with { type: 'json' };
import offlineEn from '#locales/en/offline.json' with { type: 'json' };
import privacyEn from '#locales/en/privacy.json' with { type: 'json' };
import paperWaysEn from '#locales/en/paper-ways.json' with { type: 'json' };
import policiesEn from '#locales/en/policies.json' with { type: 'json' };
import problemsEn from '#locales/en/problems.json' with { type: 'json' };
import readingEn from '#locales/en/reading.json' with { type: 'json' };
import recordingEn from '#locales/en/recording.json' with { type: 'json' };
import serviceEn from '#locales/en/service.json' with { type: 'json' };
import settingsEn from '#locales/en/settings.json' with { type: 'json' };
import signInEn from '#locales/en/sign-in.json' with { type: 'json' };
import statementEn from '#locales/en/statement.json' with { type: 'json' };
import statusEn from '#locales/en/status.json' with { type: 'json' };
import branchesZh from '#locales/zh-CN/branches.json' with { type: 'json' };
import callZh from '#locales/zh-CN/call.json' with { type: 'json' };
import claimsZh from '#locales/zh-CN/claims.json' with { type: 'json' };
import claimAccidentZh from '#locales/zh-CN/claims/accident.json' with { type: 'json' };
import claimIllnessZh from '#locales/zh-CN/claims/illness.json' with { type: 'json' };
import claimDeathZh from '#locales/zh-CN/claims/death.json' with { type: 'json' };
import claimCarZh from '#locales/zh-CN/claims/car.json' with { type: 'json' };
import claimHomeZh from '#locales/zh-CN/claims/home.json' with { type: 'json' };
import claimOtherZh from '#locales/zh-CN/claims/other.json' with { type: 'json' };
import hospitalZh from '#locales/zh-CN/claims/hospital.json' with { type: 'json' };
import outpatientZh from '#locales/zh-CN/claims/outpatient.json' with { type: 'json' };
import commonZh from '#locales/zh-CN/common.json' with { type: 'json' };
import conversationZh from '#locales/zh-CN/conversation.json' with { type: 'json' };
import displayZh from '#locales/zh-CN/display.json' with { type: 'json' };
import glossaryZh from '#locales/zh-CN/glossary.json' with { type: 'json' };
import helpFillZh from '#locales/zh-CN/help-fill.json' with { type: 'json' };
import homeZh from '#locales/zh-CN/home.json' with { type: 'json' };
import humanZh from '#locales/zh-CN/human.json' with { type: 'json' };
import offlineZh from '#locales/zh-CN/offline.json' with { type: 'json' };
import privacyZh from '#locales/zh-CN/privacy.json' with { type: 'json' };
import paperWaysZh from '#locales/zh-CN/paper-ways.json' with { type: 'json' };
import policiesZh from '#locales/zh-CN/policies.json' with { type: 'json' };
import problemsZh from '#locales/zh-CN/problems.json' with { type: 'json' };
import readingZh from '#locales/zh-CN/reading.json' with { type: 'json' };
import recordingZh from '#locales/zh-CN/recording.json' with { type: 'json' };
import serviceZh from '#locales/zh-CN/service.json' with { type: 'json' };
import settingsZh from '#locales/zh-CN/settings.json' with { type: 'json' };
import signInZh from '#locales/zh-CN/sign-in.json' with { type: 'json' };
import statementZh from '#locales/zh-CN/statement.json' with { type: 'json' };
import statusZh from '#locales/zh-CN/status.json' with { type: 'json' };
import type { Lng } from '../../http/words.ts';

/**
 * The words of every page that a customer reads, by the name of their file: their sentences are the ones that may be
 * kept as clips. A test of the repository compares this with the folder; what only staff or the demo reads is not here.
 */
export const fixedWords: Readonly<Record<Lng, Readonly<Record<string, unknown>>>> = {
  'zh-CN': {
    branches: branchesZh,
    call: callZh,
    claims: claimsZh,
    'claims/accident': claimAccidentZh,
    'claims/illness': claimIllnessZh,
    'claims/death': claimDeathZh,
    'claims/car': claimCarZh,
    'claims/home': claimHomeZh,
    'claims/other': claimOtherZh,
    'claims/hospital': hospitalZh,
    'claims/outpatient': outpatientZh,
    common: commonZh,
    conversation: conversationZh,
    display: displayZh,
    glossary: glossaryZh,
    'help-fill': helpFillZh,
    home: homeZh,
    human: humanZh,
    offline: offlineZh,
    privacy: privacyZh,
    'paper-ways': paperWaysZh,
    policies: policiesZh,
    problems: problemsZh,
    reading: readingZh,
    recording: recordingZh,
    service: serviceZh,
    settings: settingsZh,
    'sign-in': signInZh,
    statement: statementZh,
    status: statusZh,
  },
  en: {
    branches: branchesEn,
    call: callEn,
    claims: claimsEn,
    'claims/accident': claimAccidentEn,
    'claims/illness': claimIllnessEn,
    'claims/death': claimDeathEn,
    'claims/car': claimCarEn,
    'claims/home': claimHomeEn,
    'claims/other': claimOtherEn,
    'claims/hospital': hospitalEn,
    'claims/outpatient': outpatientEn,
    common: commonEn,
    conversation: conversationEn,
    display: displayEn,
    glossary: glossaryEn,
    'help-fill': helpFillEn,
    home: homeEn,
    human: humanEn,
    offline: offlineEn,
    privacy: privacyEn,
    'paper-ways': paperWaysEn,
    policies: policiesEn,
    problems: problemsEn,
    reading: readingEn,
    recording: recordingEn,
    service: serviceEn,
    settings: settingsEn,
    'sign-in': signInEn,
    statement: statementEn,
    status: statusEn,
  },
};
