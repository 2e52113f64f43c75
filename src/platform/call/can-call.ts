/** Whether this browser can carry a call at all: outside https and in old WebViews it cannot. */
export const canCall = (): boolean =>
  typeof globalThis.RTCPeerConnection === 'function' &&
  typeof navigator.mediaDevices?.getUserMedia === 'function';
