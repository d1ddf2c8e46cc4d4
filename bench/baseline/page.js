/* The bare page: sipML5 as its own documentation shows it, and nothing around it. It carries the
   hooks of docs/testing.md, so that one driver clicks through both sides of a comparison. */
'use strict';

const settings = new URLSearchParams(location.search);
const user = settings.get('user');
const domain = settings.get('domain');

let stack;
let call;

const find = (name) => document.querySelector(`[data-testid=${name}]`);

function become(state) {
  document.documentElement.dataset.phoneState = state;
}

function show(text) {
  const item = document.createElement('li');
  item.dataset.testid = 'message-item';
  item.textContent = text;
  document.querySelector('ol').append(item);
}

function onCall(event) {
  if (event.type === 'connected') become('in-call');
  if (event.type === 'terminated') {
    call = undefined;
    become('ready');
  }
}

function onStack(event) {
  switch (event.type) {
    case 'started':
      stack
        .newSession('register', {
          events_listener: {
            events: '*',
            listener: (e) => e.type === 'connected' && become('ready'),
          },
        })
        .register();
      break;
    case 'i_new_call':
      call = event.newSession;
      call.setConfiguration({ events_listener: { events: '*', listener: onCall } });
      become('ringing');
      break;
    case 'i_new_message':
      event.newSession.accept();
      show(event.getContentString());
      break;
    case 'failed_to_start':
    case 'stopped':
      become('offline');
      break;
  }
}

function dial() {
  call = stack.newSession('call-audio', {
    audio_remote: document.querySelector('audio'),
    events_listener: { events: '*', listener: onCall },
  });
  become('calling');
  call.call(find('dial-address').value);
}

function send() {
  const message = stack.newSession('message', { events_listener: { events: '*', listener() {} } });
  message.send(find('dial-address').value, find('message-input').value, 'text/plain;charset=utf-8');
}

addEventListener('DOMContentLoaded', () => {
  find('dial-audio').addEventListener('click', dial);
  find('call-hangup').addEventListener('click', () => call?.hangup());
  find('message-send').addEventListener('click', send);
  become('connecting');
  SIPml.setDebugLevel('error');
  SIPml.init(() => {
    stack = new SIPml.Stack({
      realm: domain,
      impi: user,
      impu: `sip:${user}@${domain}`,
      password: 'none',
      websocket_proxy_url: `ws://${location.hostname}:${settings.get('sip')}`,
      ice_servers: '[]',
      enable_rtcweb_breaker: false,
      events_listener: { events: '*', listener: onStack },
    });
    stack.start();
  });
});
