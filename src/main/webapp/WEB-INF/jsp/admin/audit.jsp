<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="audit.title" var="title"/>
<spring:message code="audit.none.title" var="noneTitle"/>
<spring:message code="audit.none.hint" var="noneHint"/>
<p:layout title="${title}" page="admin-audit">
  <div class="page-body admin">
    <p:admin-nav page="audit"/>
    <div class="page-head"><h1><c:out value="${title}"/></h1>
      <form method="post" action="${base}/admin/audit/export" data-no-shell>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <c:forEach var="kept" items="actor,subject,act,from,to"><c:if test="${not empty form[kept]}"><input type="hidden" name="${kept}" value="<c:out value='${form[kept]}'/>"></c:if></c:forEach>
        <button class="btn" type="submit" data-testid="audit-export"><i class="bi bi-download" aria-hidden="true"></i><spring:message code="audit.export"/></button>
      </form>
    </div>
    <form class="finder" method="get" action="${base}/admin/audit" role="search">
      <p:field name="actor" label="audit.actor" value="${form.actor}" maxlength="64" autocomplete="off"/>
      <p:field name="subject" label="audit.subject" value="${form.subject}" maxlength="254" autocomplete="off"/>
      <div class="p-field"><label class="form-label" for="f-act"><spring:message code="audit.act"/></label>
        <select class="form-select" id="f-act" name="act"><option value=""><spring:message code="audit.act.any"/></option>
        <c:forEach var="act" items="${acts}"><option value="${act}"<c:if test="${act == form.act}"> selected</c:if>><spring:message code="audit.act.${act}"/></option></c:forEach></select></div>
      <p:field name="from" type="date" label="audit.from" value="${form.from}"/>
      <p:field name="to" type="date" label="audit.to" value="${form.to}"/>
      <button class="btn btn-primary" type="submit" data-testid="audit-search"><spring:message code="audit.search"/></button>
    </form>
    <section class="panel" aria-labelledby="audit-lines">
      <h2 class="visually-hidden" id="audit-lines"><c:out value="${title}"/></h2>
      <c:choose>
      <c:when test="${empty lines.items}"><p:empty icon="journal-text" title="${noneTitle}" hint="${noneHint}"/></c:when>
      <c:otherwise>
      <table class="sheet-table audit-table" data-testid="audit-lines">
        <thead><tr><th scope="col"><spring:message code="audit.at"/></th><th scope="col"><spring:message code="audit.actor"/></th><th scope="col"><spring:message code="audit.act"/></th><th scope="col"><spring:message code="audit.subject"/></th><th scope="col"><spring:message code="audit.detail"/></th><th scope="col"><spring:message code="audit.address"/></th></tr></thead>
        <tbody>
        <c:forEach var="row" items="${lines.items}">
        <tr data-testid="audit-line" data-act="${row.line.act}" data-id="${row.line.id}">
          <td class="tabular"><time datetime="${row.line.at}"><c:out value="${row.at}"/></time></td>
          <td class="cell-long"><c:choose><c:when test="${empty row.line.actor}"><span class="muted"><spring:message code="${empty row.line.address ? 'audit.actor.machine' : 'audit.actor.nobody'}"/></span></c:when><c:otherwise><c:out value="${row.line.actor}"/></c:otherwise></c:choose></td>
          <td><strong><spring:message code="audit.act.${row.line.act}" text="${row.line.act}"/></strong></td>
          <td class="cell-long"><c:out value="${row.line.subject}"/></td>
          <td class="cell-long"><c:out value="${row.detail}"/></td>
          <td class="tabular muted"><c:out value="${row.line.address}"/></td>
        </tr>
        </c:forEach>
        </tbody>
      </table>
      </c:otherwise>
      </c:choose>
      <c:if test="${not empty lines.next}">
      <c:url var="older" value="/admin/audit"><c:param name="before" value="${lines.next}"/>
      <c:forEach var="kept" items="actor,subject,act,from,to"><c:if test="${not empty form[kept]}"><c:param name="${kept}" value="${form[kept]}"/></c:if></c:forEach></c:url>
      <div class="more"><a class="btn" href="<c:out value='${older}'/>" data-testid="audit-older"><spring:message code="audit.older"/></a></div>
      </c:if>
    </section>
  </div>
</p:layout>
