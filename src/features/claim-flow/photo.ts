export type { Photo, PhotoReason, PhotoStage, PhotoState } from '#platform/upload/photo.ts';
