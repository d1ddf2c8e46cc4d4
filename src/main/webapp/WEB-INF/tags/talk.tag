<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A conversation without its content: head, messages, composer. Scripts fill it in." %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<spring:message code="messages.back" var="back" htmlEscape="true"/>
<spring:message code="messages.call" var="call" htmlEscape="true"/>
<spring:message code="messages.video" var="video" htmlEscape="true"/>
<spring:message code="phonebook.add.them" var="add" htmlEscape="true"/>
<spring:message code="messages.input" var="input" htmlEscape="true"/>
<spring:message code="messages.send" var="send" htmlEscape="true"/>
<spring:message code="messages.emoji" var="emoji" htmlEscape="true"/>
<spring:message code="messages.emoji.find" var="emojiFind" htmlEscape="true"/>
<spring:message code="messages.newest" var="newest" htmlEscape="true"/>
<spring:message code="messages.log" var="log" htmlEscape="true"/>
<header class="talk-head">
<a class="btn-icon talk-back" href="${pageContext.request.contextPath}/messages" data-back aria-label="${back}" title="${back}"><i class="bi bi-chevron-left" aria-hidden="true"></i></a>
<span data-avatar></span>
<div class="talk-who"><h1 data-name></h1><p data-presence-place></p></div>
<button type="button" class="btn-icon" data-talk-call aria-label="${call}" title="${call}"><i class="bi bi-telephone" aria-hidden="true"></i></button>
<button type="button" class="btn-icon" data-talk-call data-video="true" aria-label="${video}" title="${video}"><i class="bi bi-camera-video" aria-hidden="true"></i></button>
<button type="button" class="btn-icon" data-talk-add aria-label="${add}" title="${add}"><i class="bi bi-person-plus" aria-hidden="true"></i></button>
</header>
<div class="talk-scroll" data-scroll tabindex="0" role="log" aria-live="off" aria-label="${log}">
<ol class="talk-items" data-items aria-busy="true"><li><p:skeleton rows="6" kind="bubble"/></li></ol>
</div>
<footer class="talk-foot">
<button type="button" class="btn talk-newest" data-newest hidden><i class="bi bi-arrow-down" aria-hidden="true"></i>${newest}</button>
<div class="emoji" data-emoji-picker role="dialog" aria-label="${emoji}" hidden>
<input type="search" class="form-control" aria-label="${emojiFind}" placeholder="${emojiFind}" autocomplete="off">
<div class="emoji-grid" data-grid></div>
</div>
<form class="composer" data-composer data-no-shell autocomplete="off">
<textarea rows="1" data-testid="message-input" aria-label="${input}" enterkeyhint="send"></textarea>
<button type="button" class="btn-icon" data-emoji aria-label="${emoji}" title="${emoji}" aria-expanded="false"><i class="bi bi-emoji-smile" aria-hidden="true"></i></button>
<button type="submit" class="btn-icon btn-primary" data-testid="message-send" aria-label="${send}" title="${send}" disabled><i class="bi bi-send" aria-hidden="true"></i></button>
</form>
<p class="composer-hint" data-hint role="status" hidden></p>
</footer>
