<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The header: one field to find a person or dial an address, and how the connection is." %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="shell.dial" var="dial" htmlEscape="true"/>
<spring:message code="shell.dial.audio" var="audio" htmlEscape="true"/>
<spring:message code="shell.dial.video" var="video" htmlEscape="true"/>
<spring:message code="shell.dial.write" var="write" htmlEscape="true"/>
<spring:message code="shell.dial.clear" var="clear" htmlEscape="true"/>
<header class="head">
<form class="dial" role="search" id="dial" autocomplete="off" data-no-shell>
<div class="dial-field">
<i class="bi bi-search" aria-hidden="true"></i>
<input type="text" id="dial-address" data-testid="dial-address" role="combobox" aria-autocomplete="list" aria-expanded="false"
  aria-controls="dial-people" aria-label="${dial}" placeholder="${dial}" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="255">
<kbd class="dial-key" aria-hidden="true">Ctrl K</kbd>
<button type="button" class="dial-clear" aria-label="${clear}" title="${clear}" hidden><i class="bi bi-x-lg" aria-hidden="true"></i></button>
<ul class="dial-people" id="dial-people" role="listbox" aria-label="${dial}" hidden></ul>
</div>
<button type="submit" class="btn-icon" data-testid="dial-audio" aria-label="${audio}" title="${audio}" disabled><i class="bi bi-telephone" aria-hidden="true"></i></button>
<button type="button" class="btn-icon" data-testid="dial-video" aria-label="${video}" title="${video}" disabled><i class="bi bi-camera-video" aria-hidden="true"></i></button>
<button type="button" class="btn-icon" data-testid="dial-write" aria-label="${write}" title="${write}" disabled><i class="bi bi-chat" aria-hidden="true"></i></button>
</form>
<p class="line" id="line" data-line="connecting"><span class="line-dot" aria-hidden="true"></span><span data-line-word></span></p>
</header>
