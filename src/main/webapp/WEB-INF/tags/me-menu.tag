<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="Oneself: own presence, the theme, the shortcuts, sign-out." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="shell.me" var="meLabel" htmlEscape="true" arguments="${me.name}"/>
<div class="me dropdown">
<button type="button" class="me-button" data-bs-toggle="dropdown" data-bs-display="static" data-bs-auto-close="outside"
  aria-expanded="false" aria-haspopup="true" aria-label="${meLabel}" title="${meLabel}" data-testid="me-menu">
<p:avatar name="${me.name}" user="${me.user}" picture="${me.look.picture}"/>
</button>
<div class="dropdown-menu me-menu">
<div class="me-who"><strong><c:out value="${me.name}"/></strong><span data-presence-word="<c:out value='${me.user}'/>"></span></div>
<div class="me-group" role="group" aria-labelledby="me-presence">
<div class="menu-title" id="me-presence"><spring:message code="shell.presence"/><span data-choice-until hidden></span></div>
<c:forEach var="choice" items="available,busy,away,dnd,invisible">
<button type="button" class="dropdown-item" data-set-presence="${choice}" aria-pressed="false">
<span class="presence" data-presence="${choice}" aria-hidden="true"></span><spring:message code="presence.choice.${choice}"/></button>
</c:forEach>
<form class="me-say" data-say-status data-no-shell autocomplete="off">
<input class="form-control" name="text" maxlength="120" data-testid="status-say" aria-label="<spring:message code='profile.status'/>" placeholder="<spring:message code='profile.status'/>">
<button type="submit" class="btn-icon" aria-label="<spring:message code='presence.say'/>" title="<spring:message code='presence.say'/>"><i class="bi bi-check-lg" aria-hidden="true"></i></button>
</form>
<label class="me-for"><span><spring:message code="presence.for"/></span><select class="form-select" data-choice-minutes>
<c:forEach var="length" items="always,30,60,240,today"><option value="${length == 'always' ? '' : length}"><spring:message code="presence.for.${length}"/></option></c:forEach>
</select></label>
</div>
<div class="me-group" role="group" aria-labelledby="me-theme">
<div class="menu-title" id="me-theme"><spring:message code="shell.theme"/></div>
<div class="segmented">
<button type="button" data-set-theme="system" aria-pressed="false"><i class="bi bi-circle-half" aria-hidden="true"></i><spring:message code="shell.theme.system"/></button>
<button type="button" data-set-theme="light" aria-pressed="false"><i class="bi bi-sun" aria-hidden="true"></i><spring:message code="shell.theme.light"/></button>
<button type="button" data-set-theme="dark" aria-pressed="false"><i class="bi bi-moon" aria-hidden="true"></i><spring:message code="shell.theme.dark"/></button>
</div>
</div>
<div class="me-group">
<button type="button" class="dropdown-item" data-open-devices><i class="bi bi-sliders" aria-hidden="true"></i><spring:message code="phone.devices"/></button>
<button type="button" class="dropdown-item" data-open-palette><i class="bi bi-search" aria-hidden="true"></i><spring:message code="js.palette.title"/><kbd>Ctrl K</kbd></button>
<button type="button" class="dropdown-item" data-open-shortcuts><i class="bi bi-keyboard" aria-hidden="true"></i><spring:message code="shell.shortcuts"/><kbd>?</kbd></button>
<a class="dropdown-item" href="${base}/profile/presence"><i class="bi bi-eye" aria-hidden="true"></i><spring:message code="presence.title"/></a>
<a class="dropdown-item" href="${base}/profile"><i class="bi bi-person" aria-hidden="true"></i><spring:message code="shell.profile"/></a>
<form method="post" action="${base}/logout" data-sign-out>
<input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
<button type="submit" class="dropdown-item" data-testid="sign-out"><i class="bi bi-box-arrow-right" aria-hidden="true"></i><spring:message code="shell.sign-out"/></button>
</form>
</div>
</div>
</div>
