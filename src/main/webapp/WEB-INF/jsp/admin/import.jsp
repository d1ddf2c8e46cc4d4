<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="admin.import.title" var="title"/>
<p:layout title="${title}" page="admin-import">
  <div class="page-body admin">
    <p:admin-nav page="people"/>
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <c:if test="${not empty sent}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="admin.import.sent" arguments="${sent}"/></p></c:if>
    <section class="p-card">
    <p class="form-text"><spring:message code="admin.import.lead"/></p>
    <form method="post" action="${base}/admin/people/import">
      <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
      <div class="p-field" data-csv-file hidden><label class="form-label" for="f-file"><spring:message code="admin.import.file"/></label>
        <input class="form-control" type="file" id="f-file" accept=".csv,text/csv,text/plain"></div>
      <div class="p-field p-field-wide"><label class="form-label" for="f-csv"><spring:message code="admin.import.csv"/></label>
        <textarea class="form-control csv-input ${not empty table.problem ? 'is-invalid' : ''}" id="f-csv" name="csv" rows="8" spellcheck="false" maxlength="262144" placeholder="name,email,username,role,language&#10;Bea Brown,bea@example.org,bea,employee,en"><c:out value="${csv}"/></textarea>
        <c:if test="${not empty table.problem}"><p class="invalid-feedback d-block" data-testid="error-csv"><spring:message code="${table.problem}" arguments="${table.argument}"/></p></c:if></div>
      <button class="btn ${fine > 0 ? '' : 'btn-primary'}" type="submit" data-testid="import-preview"><spring:message code="admin.import.preview"/></button>
    </form>
    </section>
    <c:if test="${not empty table.rows}">
    <section class="p-card" aria-labelledby="h-preview">
      <h2 class="p-subtitle" id="h-preview"><spring:message code="admin.import.preview"/></h2>
      <c:if test="${wrong > 0}"><p class="alert alert-warning" role="status"><spring:message code="admin.import.wrong" arguments="${wrong}"/></p></c:if>
      <table class="sheet-table import-table" data-testid="import-lines">
        <thead><tr><th scope="col"><spring:message code="admin.import.line"/></th><th scope="col"><spring:message code="account.name"/></th><th scope="col"><spring:message code="admin.people.email"/></th><th scope="col"><spring:message code="account.username"/></th><th scope="col"><spring:message code="admin.people.role"/></th><th scope="col"><spring:message code="admin.import.problem"/></th></tr></thead>
        <tbody><c:forEach var="row" items="${table.rows}">
        <tr data-testid="import-line" data-line="${row.line}" data-fine="${row.fine()}">
          <td class="tabular">${row.line}</td><td class="cell-long"><c:out value="${row.person.name}"/></td><td class="cell-long"><c:out value="${row.person.email}"/></td><td><c:out value="${row.person.username}"/></td><td><spring:message code="admin.role.${row.person.role.name().toLowerCase()}"/></td>
          <td><c:choose><c:when test="${row.fine()}"><span class="mark mark-good"><spring:message code="admin.import.fine"/></span></c:when>
          <c:otherwise><c:forEach var="one" items="${row.problems}"><span class="import-problem"><spring:message code="${one}"/></span> </c:forEach></c:otherwise></c:choose></td>
        </tr></c:forEach></tbody>
      </table>
      <c:if test="${fine > 0}">
      <form method="post" action="${base}/admin/people/import/send">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <textarea name="csv" hidden><c:out value="${csv}"/></textarea>
        <button class="btn btn-primary" type="submit" data-testid="import-send"><spring:message code="admin.import.send" arguments="${fine}"/></button>
      </form>
      </c:if>
    </section>
    </c:if>
  </div>
</p:layout>
