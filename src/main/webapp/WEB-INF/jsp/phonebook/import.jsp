<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<c:set var="one" value="${requestScope['import']}"/>
<c:set var="draft" value="${one.state == 'DRAFT'}"/>
<p:layout title="${one.fileName}" page="phonebook-import">
  <div class="p-page" data-import="${one.id}" data-state="${one.state}">
    <div class="book-head"><a class="btn-icon" href="${base}/phonebook/import" aria-label="<spring:message code='phonebook.import.back'/>" title="<spring:message code='phonebook.import.back'/>"><i class="bi bi-chevron-left" aria-hidden="true"></i></a><h1 class="p-title"><c:out value="${one.fileName}"/></h1></div>
    <c:if test="${not empty problem}"><p class="alert alert-danger" role="alert"><spring:message code="${problem}"/></p></c:if>
    <c:choose>
    <c:when test="${draft}">
    <section class="p-card">
      <form class="book-import" method="post" action="${base}/phonebook/import/${one.id}" data-testid="import-form">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <div class="p-pair">
        <div class="p-field"><label class="form-label" for="f-encoding"><spring:message code="phonebook.import.encoding"/></label>
          <select class="form-select" id="f-encoding" name="encoding"><c:forEach var="encoding" items="${encodings}"><option<c:if test="${encoding == one.encoding}"> selected</c:if>>${encoding}</option></c:forEach></select></div>
        <c:if test="${one.csv}"><div class="p-field"><label class="form-label" for="f-delimiter"><spring:message code="phonebook.import.delimiter"/></label>
          <select class="form-select" id="f-delimiter" name="delimiter"><option value=","<c:if test="${one.delimiter == ','}"> selected</c:if>>,</option><option value=";"<c:if test="${one.delimiter == ';'}"> selected</c:if>>;</option><option value="tab"<c:if test="${one.delimiter != ',' and one.delimiter != ';'}"> selected</c:if>><spring:message code="phonebook.import.tab"/></option></select></div></c:if>
        </div>
        <div><button class="btn" type="submit" name="act" value="read"><spring:message code="phonebook.import.again"/></button></div>
        <c:if test="${one.csv}">
        <p class="form-text"><spring:message code="phonebook.import.columns"/></p>
        <div class="book-table"><table><thead><tr><c:forEach var="field" items="${one.fields}" varStatus="column"><th scope="col">
          <select class="form-select" name="fields" aria-label="<c:out value='${column.index lt one.lines[0].size() ? one.lines[0][column.index] : column.count}'/>"><c:forEach var="choice" items="${fields}"><option value="${choice}"<c:if test="${choice == field}"> selected</c:if>><spring:message code="phonebook.field.${choice}"/></option></c:forEach></select></th></c:forEach></tr></thead>
        <tbody><c:forEach var="line" items="${one.lines}" varStatus="row"><tr class="${row.first ? 'book-heads' : ''}"><c:forEach var="cell" items="${line}"><td><c:out value="${cell}"/></td></c:forEach></tr></c:forEach></tbody></table></div>
        </c:if>
        <fieldset class="p-field"><legend class="form-label"><spring:message code="phonebook.import.duplicates"/></legend>
          <c:forEach var="choice" items="MERGE,SKIP,KEEP" varStatus="row"><div class="form-check"><input class="form-check-input" type="radio" name="duplicates" id="f-${choice}" value="${choice}"<c:if test="${row.first}"> checked</c:if>><label class="form-check-label" for="f-${choice}"><spring:message code="phonebook.import.duplicates.${choice}"/></label></div></c:forEach>
          <p class="form-text"><spring:message code="phonebook.import.duplicates.hint"/></p></fieldset>
        <div class="page-acts"><button class="btn btn-primary" type="submit" name="act" value="begin" data-testid="import-begin"><spring:message code="phonebook.import.begin"/></button>
        <button class="btn" type="submit" name="act" value="drop"><spring:message code="profile.cancel"/></button></div>
      </form>
    </section>
    </c:when>
    <c:otherwise>
    <section class="p-card" aria-live="polite">
      <p data-testid="import-state"><strong><spring:message code="phonebook.import.state.${one.state}"/></strong></p>
      <dl class="p-facts">
        <c:forEach var="figure" items="done,added,merged,skipped,failed"><dt><spring:message code="phonebook.import.figure.${figure}"/></dt><dd class="tabular" data-figure="${figure}"><c:out value="${one[figure]}"/></dd></c:forEach>
      </dl>
      <c:if test="${one.state == 'DONE'}">
      <form method="post" action="${base}/phonebook/import/${one.id}/undo">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <button class="btn" type="submit" data-testid="import-undo"><i class="bi bi-arrow-counterclockwise" aria-hidden="true"></i><spring:message code="phonebook.import.undo"/></button>
        <p class="form-text"><spring:message code="phonebook.import.undo.hint"/></p>
      </form></c:if>
      <div><a class="btn btn-primary" href="${base}/phonebook"><spring:message code="phonebook.back"/></a></div>
    </section>
    </c:otherwise>
    </c:choose>
    <c:if test="${not empty problems}">
    <section class="p-card" aria-labelledby="h-problems"><h2 class="p-subtitle" id="h-problems"><spring:message code="phonebook.import.problems"/></h2>
      <ul class="p-rows"><c:forEach var="wrong" items="${problems}"><li class="p-row" data-testid="import-problem"><div class="p-row-text"><spring:message code="phonebook.import.line" arguments="${wrong.line}"/>: <spring:message code="${wrong.reason}"/><c:if test="${not empty wrong.detail}"><span class="p-row-sub"><c:out value="${wrong.detail}"/></span></c:if></div></li></c:forEach></ul>
      <c:if test="${not empty next}"><div class="more"><a class="btn" href="${base}/phonebook/import/${one.id}?after=${next}"><spring:message code="history.more"/></a></div></c:if>
    </section></c:if>
  </div>
</p:layout>
