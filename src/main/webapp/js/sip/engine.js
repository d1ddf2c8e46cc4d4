/**
 * The few places where we reach behind sipML5's published interface. Everything that knows its inner
 * names is in this file and in compat.js.
 */

/** The dialog of a session, or null once it is over. */
function dialogOf(session) {
  const inner = session.o_session;
  return inner.o_stack.o_layer_dialog.find_by_ss(inner) ?? null;
}

/** The Call-ID of a session that has a dialog. */
export function callIdOf(session) {
  return dialogOf(session)?.s_callid ?? '';
}

/** The peer connection that sipML5 made for a call. */
export function peerConnectionOf(session) {
  return dialogOf(session)?.o_msession_mgr?.ao_sessions[0]?.o_pc ?? null;
}

/** Answers an INVITE with a code of our choice; sipML5 offers 603 only. */
export function rejectWith(window, session, code, phrase) {
  const action = new window.tsip_action(window.tsip_action_type_e.HANGUP);
  action.set_line_resp(code, phrase);
  return session.o_session.__action_handle(action);
}

/** Sends a new offer within a call: media were added, or the network changed. */
export function offerAgain(window, session, withVideo) {
  const type = withVideo ? window.tmedia_type_e.AUDIO_VIDEO : window.tmedia_type_e.AUDIO;
  const media = dialogOf(session)?.o_msession_mgr?.ao_sessions[0];
  if (!media) return false;
  media.o_sdp_lo = null;
  session.mediaType = type;
  session.o_session.call(type);
  media.o_pc.requestOffer();
  return true;
}

/**
 * The stack of a page on HTTPS would call its transport WSS; behind the edge it is plain, and says so.
 * And an empty list of ICE servers means none here, not the public ones that sipML5 would ask instead.
 */
export function setNetwork(window, stack, { url, iceServers }) {
  const { network } = stack.o_stack;
  network.s_websocket_server_url = url;
  network.e_proxy_cscf_type = window.tsip_transport_type_e.WS;
  network.ao_ice_servers = iceServers;
}

/** A renewed credential takes effect with the next challenge. */
export function replaceCredential(stack, { username, password, iceServers = [] }) {
  stack.o_stack.identity.s_impi = username;
  stack.o_stack.identity.s_password = password;
  stack.o_stack.network.ao_ice_servers = iceServers;
}

/** Forgets a session without telling the server. */
export function forget(session) {
  if (!dialogOf(session)) return;
  session.o_session.b_silent_hangup = true;
  session.o_session.hangup();
}

/** The message behind a sipML5 event: `{callId, bytes, subscriptionState}`; null if there is none. */
export function messageOf(window, event) {
  const message = event.o_event?.o_message;
  if (!message) return null;
  const state = message.get_header_at?.(window.tsip_header_type_e.Subscription_State, 0);
  return {
    callId: message.o_hdr_Call_ID?.s_value ?? '',
    bytes: message.o_content ?? [],
    subscriptionState: state?.s_state ?? '',
  };
}
