<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The phone: the call in a bar, a tile or on the stage, the card of an incoming call, the devices. Scripts fill it (js/ui/call*.js)." %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="phone.call" var="callLabel" htmlEscape="true"/>
<spring:message code="phone.mute" var="mute" htmlEscape="true"/>
<spring:message code="phone.camera" var="camera" htmlEscape="true"/>
<spring:message code="phone.hold" var="hold" htmlEscape="true"/>
<spring:message code="phone.keys" var="keys" htmlEscape="true"/>
<spring:message code="phone.devices" var="devices" htmlEscape="true"/>
<spring:message code="phone.stage" var="stage" htmlEscape="true"/>
<spring:message code="phone.minimise" var="minimise" htmlEscape="true"/>
<spring:message code="phone.full" var="full" htmlEscape="true"/>
<spring:message code="phone.hangup" var="hangup" htmlEscape="true"/>
<spring:message code="phone.self" var="self" htmlEscape="true"/>
<spring:message code="phone.dismiss" var="dismiss" htmlEscape="true"/>
<spring:message code="phone.close" var="close" htmlEscape="true"/>
<section class="call" id="call" data-view="none" aria-label="${callLabel}">
<div class="call-stage" id="call-stage">
<video class="call-remote" id="call-remote" data-testid="remote-video" autoplay playsinline muted></video>
<div class="call-face" aria-hidden="true"><span class="call-initials" data-call-initials></span></div>
<p class="call-away" data-call-elsewhere hidden></p>
<div class="call-top">
<strong data-call-name></strong><span class="call-quality" data-call-quality role="status"></span>
<button type="button" class="btn-icon" id="call-full" aria-label="${full}" title="${full}"><i class="bi bi-arrows-fullscreen" aria-hidden="true"></i></button>
<button type="button" class="btn-icon" id="call-minimise" aria-label="${minimise}" title="${minimise}"><i class="bi bi-fullscreen-exit" aria-hidden="true"></i></button>
</div>
<video class="call-self" id="call-self" data-testid="local-video" autoplay playsinline muted tabindex="0" aria-label="${self}" hidden></video>
</div>
<div class="call-others" id="call-others" hidden></div>
<div class="call-bar">
<button type="button" class="call-who" id="call-open" aria-label="${stage}" title="${stage}"><span class="call-mini" data-call-initials aria-hidden="true"></span></button>
<div class="call-words">
<p class="call-status" id="call-status" data-testid="call-status" role="status" aria-live="polite"></p>
<p class="call-detail"><span class="call-timer" id="call-timer" role="timer" aria-live="off"></span><span class="call-quality" data-call-quality-bar></span><span class="call-problem" id="call-problem" role="status"></span></p>
</div>
<div class="call-controls" role="group" aria-label="${callLabel}">
<button type="button" class="call-button" data-testid="call-mute" data-do="mute" aria-pressed="false" aria-label="${mute}" title="${mute} (M)"><i class="bi bi-mic" aria-hidden="true"></i></button>
<button type="button" class="call-button" data-testid="call-camera" data-do="camera" aria-pressed="false" aria-label="${camera}" title="${camera} (V)"><i class="bi bi-camera-video" aria-hidden="true"></i></button>
<button type="button" class="call-button" data-testid="call-hold" data-do="hold" aria-pressed="false" aria-label="${hold}" title="${hold} (H)"><i class="bi bi-pause" aria-hidden="true"></i></button>
<button type="button" class="call-button" data-testid="call-keys" data-do="keys" aria-expanded="false" aria-controls="call-pad" aria-label="${keys}" title="${keys} (K)"><i class="bi bi-grid-3x3-gap" aria-hidden="true"></i></button>
<button type="button" class="call-button" data-testid="call-devices" data-open-devices aria-haspopup="dialog" aria-label="${devices}" title="${devices}"><i class="bi bi-sliders" aria-hidden="true"></i></button>
<button type="button" class="call-button call-hangup" data-testid="call-hangup" data-do="hangup" aria-label="${hangup}" title="${hangup} (Ctrl+Shift+H)"><i class="bi bi-telephone-x" aria-hidden="true"></i></button>
</div>
</div>
<div class="call-pad" id="call-pad" role="group" aria-label="${keys}" hidden></div>
</section>
<section class="call-notice" id="call-notice" data-testid="call-notice" role="status" aria-live="polite" hidden>
<p data-notice-text></p>
<button type="button" class="btn btn-primary" data-notice-write hidden><spring:message code="phone.write"/></button>
<button type="button" class="btn" data-notice-call hidden><spring:message code="phone.again"/></button>
<button type="button" class="btn-icon" data-notice-close aria-label="${dismiss}" title="${dismiss}"><i class="bi bi-x-lg" aria-hidden="true"></i></button>
</section>
<section class="call-incoming" id="call-incoming" data-testid="call-incoming" role="alertdialog" aria-labelledby="call-from" aria-describedby="call-kind" tabindex="-1" hidden>
<span class="call-face-ring" aria-hidden="true"><span class="call-initials" data-incoming-initials></span></span>
<div class="call-from"><strong id="call-from"></strong><span id="call-kind"></span><span class="call-address" id="call-address"></span></div>
<div class="call-choices">
<button type="button" class="btn btn-hangup" data-testid="call-decline"><i class="bi bi-telephone-x" aria-hidden="true"></i><spring:message code="phone.decline"/></button>
<button type="button" class="btn btn-answer" data-testid="call-answer"><i class="bi bi-telephone" aria-hidden="true"></i><spring:message code="phone.answer"/></button>
<button type="button" class="btn btn-answer" data-testid="call-answer-video"><i class="bi bi-camera-video" aria-hidden="true"></i><spring:message code="phone.answer.video"/></button>
</div>
</section>
<p class="visually-hidden" id="call-alert" role="alert" aria-live="assertive"></p>
<dialog class="sheet call-sheet" id="call-sheet" aria-labelledby="call-sheet-title" data-testid="device-dialog">
<div class="sheet-head"><h2 id="call-sheet-title"><spring:message code="phone.devices"/></h2>
<button type="button" class="btn-icon" data-sheet-close aria-label="${close}" title="${close}"><i class="bi bi-x-lg" aria-hidden="true"></i></button></div>
<div class="call-fields">
<p class="call-permission" id="device-permission" role="status" hidden></p>
<label class="form-label" for="device-microphone"><spring:message code="phone.microphone"/></label>
<select class="form-select" id="device-microphone" data-device="microphone"></select>
<div class="call-level"><span class="form-text"><spring:message code="phone.level"/></span><meter id="device-level" min="0" max="1" value="0"></meter></div>
<label class="form-label" for="device-speaker"><spring:message code="phone.speaker"/></label>
<div class="call-row"><select class="form-select" id="device-speaker" data-device="speaker"></select>
<button type="button" class="btn" id="device-test"><i class="bi bi-volume-up" aria-hidden="true"></i><spring:message code="phone.test"/></button></div>
<p class="form-text" id="device-speaker-hint" hidden><spring:message code="phone.speaker.system"/></p>
<label class="form-label" for="device-camera"><spring:message code="phone.cameras"/></label>
<select class="form-select" id="device-camera" data-device="camera"></select>
<video class="call-preview" id="device-preview" autoplay playsinline muted hidden></video>
<label class="call-switch"><input type="checkbox" class="form-check-input" id="device-waiting"><span><spring:message code="phone.waiting"/></span></label>
<button type="button" class="btn" id="device-desktop" hidden><spring:message code="phone.desktop"/></button>
</div>
</dialog>
<audio id="call-audio" autoplay></audio>
