// What the scripts are checked against. Browser globals are named one by one: a misspelt name is
// then an undefined one.
import js from '@eslint/js';

const readonly = (names) => Object.fromEntries(names.split(/\s+/).map((name) => [name, 'readonly']));

const shared = readonly(`
  AbortController AbortSignal Blob CustomEvent DOMException Event EventTarget FormData Headers Intl MessageChannel
  Response TextDecoder TextEncoder URL URLSearchParams WebSocket atob btoa clearInterval clearTimeout console crypto
  fetch performance queueMicrotask setInterval setTimeout structuredClone BroadcastChannel
`);

const browser = readonly(`
  Audio AudioContext AnalyserNode CSS DOMParser Element EventSource HTMLElement HTMLMediaElement HTMLVideoElement
  IntersectionObserver KeyboardEvent MediaRecorder MediaStream MediaStreamTrack MutationObserver Node Notification
  OscillatorNode PointerEvent RTCIceCandidate RTCPeerConnection RTCSessionDescription ResizeObserver SIPml addEventListener
  cancelAnimationFrame dispatchEvent document history localStorage location matchMedia navigator removeEventListener
  requestAnimationFrame requestIdleCallback sessionStorage window
`);

export default [
  { ignores: ['src/main/webapp/vendor/**', 'target/**', 'var/**', 'selenium-tests/**', 'bench/**'] },
  js.configs.recommended,
  {
    files: ['src/main/webapp/js/**/*.js'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: { ...shared, ...browser, globalThis: 'readonly' } },
  },
  {
    files: ['src/test/javascript/**/*.js', 'src/test/javascript/**/*.mjs'],
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: 'module',
      globals: { ...shared, ...readonly('process Buffer globalThis setImmediate') },
    },
  },
  {
    rules: {
      'array-callback-return': 'error',
      'consistent-return': 'error',
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', 350],
      'no-console': 'error',
      'no-constructor-return': 'error',
      'no-duplicate-imports': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text goes through textContent.' },
        { property: 'outerHTML', message: 'Text goes through textContent.' },
        { property: 'insertAdjacentHTML', message: 'Text goes through textContent.' },
      ],
      'no-script-url': 'error',
      'no-self-compare': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', { args: 'after-used' }],
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'require-atomic-updates': 'off',
    },
  },
  // Tests hand over what must be refused.
  { files: ['src/test/javascript/**'], rules: { 'no-script-url': 'off' } },
];
