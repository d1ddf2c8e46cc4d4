/**
 * What sipML5 2.1.4 needs to run in today's browsers under a strict Content-Security-Policy. The file
 * itself is never edited: its functions are replaced from here, each for the reason given.
 */

const RETRY_WINDOW = 5000;
const NONCE_AGE = 240000;

/**
 * @param {Window} window where SIPml-api.js was loaded
 * @param {string} host this connection's own name in Contact and Via (RFC 7118: a random `….invalid`)
 */
export function adaptSipml(window, host) {
  nameHost(window, host);
  if (window.SIPml.parleyAdapted) return;
  window.SIPml.parleyAdapted = true;
  window.SIPml.setDebugLevel('error');
  timersWithoutEval(window);
  ownHost(window);
  honestDirections(window);
  everyAnswerCounts(window);
  routesStay(window);
  patientAuthentication(window);
  promptSteps(window);
}

/** sipML5 builds its timer code as strings and runs them with eval, which our policy forbids. */
function timersWithoutEval(window) {
  for (const [kind, owner] of [
    ['dialog', window.tsip_dialog],
    ['transac', window.tsip_transac],
  ]) {
    owner.prototype.timer_cancel = function (name) {
      if (this[`o_timer${name}`]) {
        window.clearTimeout(this[`o_timer${name}`]);
        this[`o_timer${name}`] = null;
      }
    };
    owner.prototype.timer_schedule = function (type, name) {
      this.timer_cancel(name);
      const expired = window[`__tsip_${kind}_${type}_timer_callback`];
      this[`o_timer${name}`] = window.setTimeout(
        () => expired(this, this[`o_timer${name}`]),
        this[`i_timer${name}`],
      );
    };
  }
}

/**
 * Every step from the socket to the listener, and from an answer to the socket, goes through a timer of
 * 1 ms in sipML5, only to begin with an empty stack. A page that draws between two of them answers tens of
 * milliseconds late, and the other side waits for as long. A microtask begins with an empty stack too.
 */
function promptSteps(window) {
  for (const [owner, step] of [
    [window.tsip_transport, 'signal'],
    [window.tsip_event, 'signal'],
    [window.tsip_dialog, 'response_send'],
  ]) {
    const original = owner.prototype[step];
    owner.prototype[step] = function (...values) {
      const { setTimeout } = window;
      window.setTimeout = (job) => window.queueMicrotask(job);
      try {
        return original.apply(this, values);
      } finally {
        window.setTimeout = setTimeout;
      }
    };
  }
}

/**
 * Another name for another connection. Servers make tags from it: with the same name, what is said of a
 * connection that is gone would be taken for the one that came after it.
 */
export function nameHost(window, host) {
  window.SIPml.parleyHost = host;
}

/** Every browser would call itself by the same host, and two devices of a person would be one contact. */
function ownHost(window) {
  window.tsip_transport.prototype.get_local_ip = () => window.SIPml.parleyHost;
}

/**
 * sipML5 writes into every medium whether it believes the call is held, over what the peer connection
 * negotiated ("sendrecv" for a camera that is not there). The peer connection knows: leave it alone.
 */
function honestDirections(window) {
  window.tsdp_header_M.prototype.set_holdresume_att = () => 0;
}

/** An answer with an unchanged session version is skipped, and the peer connection waits for it forever. */
function everyAnswerCounts(window) {
  const setRemote = window.tmedia_session_mgr.prototype.set_ro;
  window.tmedia_session_mgr.prototype.set_ro = function (sdp, isOffer) {
    this.sdp.i_ro_ver = -1;
    return setRemote.call(this, sdp, isOffer);
  };
}

/** The route of a dialog is settled with its first answer (RFC 3261 12.2.1.2); sipML5 drops it later. */
function routesStay(window) {
  const dialog = window.tsip_dialog.prototype;
  const update = dialog.update_with_response;
  dialog.update_with_response = function (response) {
    const settled = this.e_state === window.tsip_dialog_state_e.ESTABLISHED;
    const routes = settled ? [...this.ao_hdr_record_routes] : null;
    const result = update.call(this, response);
    if (routes) this.ao_hdr_record_routes = routes;
    return result;
  };
}

/**
 * A challenge for a nonce that the server no longer knows (it was restarted) is answered anew, twice at
 * most; and the last nonce is offered with the first request of a dialog, which saves a round trip.
 */
function patientAuthentication(window) {
  const dialog = window.tsip_dialog.prototype;
  const known = new Map();

  const update = dialog.update_challenges;
  dialog.update_challenges = function (response, acceptNew) {
    const now = Date.now();
    if (now - (this.parleyRetriedAt ?? 0) > RETRY_WINDOW) this.parleyRetries = 0;
    this.parleyRetriedAt = now;
    this.parleyRetries = (this.parleyRetries ?? 0) + 1;
    if (this.parleyRetries > 2) return -1;
    const method = response.o_hdr_CSeq.s_method;
    for (const [isProxy, type] of [
      [false, window.tsip_header_type_e.WWW_Authenticate],
      [true, window.tsip_header_type_e.Proxy_Authenticate],
    ]) {
      const challenge = response.get_header_at(type, 0);
      if (!challenge) continue;
      challenge.b_stale = true;
      known.set(method, { isProxy, challenge, at: now });
      known.set('*', { challenge, at: now });
    }
    return update.call(this, response, acceptNew);
  };

  const init = dialog.init;
  dialog.init = function (...args) {
    const result = init.apply(this, args);
    const method = this.e_type.s_name;
    const mine = known.get(method);
    const last = known.get('*');
    if (result === 0 && mine && !args[1] && Date.now() - last.at < NONCE_AGE) {
      const { s_scheme, s_realm, s_nonce, s_opaque, s_algorithm, s_qop } = last.challenge;
      this.ao_challenges.push(
        new window.tsip_challenge(
          this.get_stack(), mine.isProxy, s_scheme, s_realm, s_nonce, s_opaque, s_algorithm, s_qop,
        ),
      );
    }
    return result;
  };
}
