<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="What the keyboard can do, shown under the question mark." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="shell.close" var="close" htmlEscape="true"/>
<dialog id="shortcuts" class="sheet" aria-labelledby="shortcuts-title">
<div class="sheet-head"><h2 id="shortcuts-title"><spring:message code="shell.shortcuts"/></h2>
<button type="button" class="btn-icon" data-close-dialog aria-label="${close}" title="${close}"><i class="bi bi-x-lg" aria-hidden="true"></i></button></div>
<div class="keys">
<section><h3><spring:message code="keys.everywhere"/></h3><dl>
<c:forEach var="row" items="find:Ctrl K,home:G H,messages:G M,history:G C,list:↑ ↓,back:Esc,help:?">
<c:set var="at" value="${row.indexOf(':')}"/>
<div><dt><spring:message code="keys.${row.substring(0, at)}"/></dt><dd><c:forEach var="key" items="${row.substring(at + 1).split(' ')}"><kbd>${key}</kbd></c:forEach></dd></div>
</c:forEach></dl></section>
<section><h3><spring:message code="keys.write"/></h3><dl>
<c:forEach var="row" items="send:Enter,line:Shift Enter">
<c:set var="at" value="${row.indexOf(':')}"/>
<div><dt><spring:message code="keys.${row.substring(0, at)}"/></dt><dd><c:forEach var="key" items="${row.substring(at + 1).split(' ')}"><kbd>${key}</kbd></c:forEach></dd></div>
</c:forEach></dl></section>
<section><h3><spring:message code="keys.people"/></h3><dl>
<c:forEach var="row" items="person-write:Enter,person-call:Shift Enter,person-video:Alt Enter">
<c:set var="at" value="${row.indexOf(':')}"/>
<div><dt><spring:message code="keys.${row.substring(0, at)}"/></dt><dd><c:forEach var="key" items="${row.substring(at + 1).split(' ')}"><kbd>${key}</kbd></c:forEach></dd></div>
</c:forEach></dl></section>
<section><h3><spring:message code="keys.call"/></h3><dl>
<c:forEach var="row" items="answer:Enter,decline:Esc,mute:M,camera:V,hold:H,pad:K,hangup:Ctrl Shift H">
<c:set var="at" value="${row.indexOf(':')}"/>
<div><dt><spring:message code="keys.${row.substring(0, at)}"/></dt><dd><c:forEach var="key" items="${row.substring(at + 1).split(' ')}"><kbd>${key}</kbd></c:forEach></dd></div>
</c:forEach></dl></section>
</div>
</dialog>
